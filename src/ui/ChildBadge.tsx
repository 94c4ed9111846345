import * as React from 'react';
import styles from './ChildBadge.module.scss';

export interface ChildBadgeProps {
  readonly name: string;
  readonly initials: string;
  /** Which of the colours, from 0. */
  readonly colour: number;
  /** The name below the initials. */
  readonly isStacked?: boolean;
}

export const childColours = 6;

/** Whose it is: colour, initials and name together, for colour alone tells nothing to many. */
export function ChildBadge({ name, initials, colour, isStacked = false }: ChildBadgeProps): React.ReactElement {
  return (
    <span className={`${styles.badge} ${isStacked ? styles.stacked : ''}`}>
      <span className={`${styles.initials} ${styles[`colour${colour % childColours}`]}`} aria-hidden="true">
        {initials}
      </span>
      <span className={styles.name}>{name}</span>
    </span>
  );
}
