import * as React from 'react';
import styles from './Button.module.scss';

interface ButtonProps {
  readonly kind?: 'main' | 'usual' | 'quiet' | 'square';
  readonly onClick: () => void;
  /** Stays in the keyboard's order, so that focus is never lost, and does nothing. */
  readonly isOff?: boolean;
  readonly label?: string;
  readonly opensDialog?: boolean;
  readonly children?: React.ReactNode;
}

export const Button = React.forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'usual', onClick, isOff = false, label, opensDialog = false, children },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      className={`${styles.button} ${styles[kind] ?? ''}`}
      aria-label={label}
      {...(isOff ? { 'aria-disabled': true } : {})}
      {...(opensDialog ? { 'aria-haspopup': 'dialog' as const } : {})}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {children}
    </button>
  );
});
