import * as React from 'react';
import styles from './PanelLayout.module.scss';

interface PanelLayoutProps {
  /** The first panel, as wide as the page. */
  readonly lead: React.ReactNode;
  /** Panels below each other; stacks stand beside each other where both are wide enough to read. */
  readonly stacks: readonly (readonly React.ReactNode[])[];
}

/** The first panel, then stacks that are read one after the other: what opens in one moves nothing in the other. */
export function PanelLayout({ lead, stacks }: PanelLayoutProps): React.ReactElement {
  return (
    <div className={styles.layout}>
      <div className={styles.lead}>{lead}</div>
      {stacks.map(
        (stack, index) =>
          stack.length > 0 && (
            <div key={index} className={styles.stack}>
              {stack}
            </div>
          ),
      )}
    </div>
  );
}
