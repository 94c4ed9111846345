import * as React from 'react';
import { Button } from './Button';
import styles from './Notes.module.scss';

interface ErrorNoteProps {
  readonly heading: string;
  readonly text?: string | undefined;
  /** For whoever helps. */
  readonly code?: string | undefined;
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  /** What else there is: a contact. */
  readonly children?: React.ReactNode;
}

/** What went wrong in plain words, and the way forward. */
export function ErrorNote({ heading, text, code, action, children }: ErrorNoteProps): React.ReactElement {
  return (
    <div className={styles.page} role="alert">
      <p className={styles.heading}>{heading}</p>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children}
      {action && (
        <Button kind="main" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
      {code !== undefined && <p className={styles.quiet}>{code}</p>}
    </div>
  );
}

/** The same in a line, above or inside what is still worth showing. */
export function ErrorBand({ heading, action }: Pick<ErrorNoteProps, 'heading' | 'action'>): React.ReactElement {
  return (
    <div className={styles.band} role="alert">
      <span>{heading}</span>
      {action && (
        <Button kind="quiet" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
