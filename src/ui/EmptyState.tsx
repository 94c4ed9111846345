import * as React from 'react';
import styles from './Notes.module.scss';

/** Nothing yet: says what will appear here, and when. */
export function EmptyState({ children }: { readonly children?: React.ReactNode }): React.ReactElement {
  return <p className={styles.empty}>{children}</p>;
}
