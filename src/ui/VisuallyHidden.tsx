import * as React from 'react';
import styles from './VisuallyHidden.module.scss';

/** Text for those who listen. */
export function VisuallyHidden({ children, live }: { readonly children?: React.ReactNode; readonly live?: boolean }): React.ReactElement {
  return (
    <span className={styles.hidden} {...(live === true ? { role: 'status' } : {})}>
      {children}
    </span>
  );
}
