import * as React from 'react';
import styles from './Notes.module.scss';

/** Something to know before reading on. */
export function Note({ children }: { readonly children?: React.ReactNode }): React.ReactElement {
  return (
    <p className={styles.note} role="note">
      {children}
    </p>
  );
}
