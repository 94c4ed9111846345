import * as React from 'react';
import { Icon, type IconName } from './icons';
import { useElementId } from './ids';
import styles from './Panel.module.scss';

interface PanelProps {
  readonly heading: string;
  readonly icon: IconName;
  /** Whose it is, where it is about one child. */
  readonly whose?: React.ReactNode;
  /** How fresh it is, in words. */
  readonly freshness?: string | undefined;
  /** Said loudly: what is shown is too old to be trusted. */
  readonly staleWarning?: string | undefined;
  /** The panel that answers what tomorrow needs. */
  readonly isLead?: boolean;
  readonly isBusy?: boolean;
  readonly children?: React.ReactNode;
}

export function Panel({
  heading,
  icon,
  whose,
  freshness,
  staleWarning,
  isLead = false,
  isBusy = false,
  children,
}: PanelProps): React.ReactElement {
  const headingId = useElementId();
  return (
    <section className={`${styles.panel} ${isLead ? styles.lead : ''}`} aria-labelledby={headingId} aria-busy={isBusy}>
      <div className={styles.head}>
        <div className={styles.name}>
          <Icon name={icon} className={styles.icon} />
          <h3 className={styles.heading} id={headingId}>
            {heading}
          </h3>
        </div>
        {whose}
        {freshness !== undefined && staleWarning === undefined && <p className={styles.freshness}>{freshness}</p>}
      </div>
      {children}
      {staleWarning !== undefined && (
        <p className={styles.stale}>
          <Icon name="alert" />
          {staleWarning}
        </p>
      )}
    </section>
  );
}
