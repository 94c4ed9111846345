import * as React from 'react';
import styles from './Skeleton.module.scss';

/** Lines where text will be. Still: nothing that moves can be mistaken for progress. */
export function SkeletonLines({ count }: { readonly count: number }): React.ReactElement {
  return (
    <div className={styles.lines} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={`${styles.line} ${index % 3 === 2 ? styles.short : styles.long}`} />
      ))}
    </div>
  );
}

interface SkeletonPanelProps {
  readonly isLead?: boolean;
  /** Words below the lines. */
  readonly children?: React.ReactNode;
}

/** The shape of a panel that is coming, as tall as most turn out. */
export function SkeletonPanel({ isLead = false, children }: SkeletonPanelProps): React.ReactElement {
  return (
    <div className={isLead ? styles.lead : styles.panel}>
      <SkeletonLines count={isLead ? 6 : 3} />
      {children}
    </div>
  );
}

/** The row of choices above the panels. */
export function SkeletonChoice(): React.ReactElement {
  return <div className={styles.choice} aria-hidden="true" />;
}
