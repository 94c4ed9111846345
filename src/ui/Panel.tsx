import * as React from 'react';
import { Icon } from './icons';
import { useElementId } from './ids';
import styles from './Panel.module.scss';

interface PanelProps {
  readonly heading: string;
  /** How fresh it is, in words. */
  readonly freshness?: string | undefined;
  /** Said loudly: what is shown is too old to be trusted. */
  readonly staleWarning?: string | undefined;
  /** The panel that answers what tomorrow needs. */
  readonly isLead?: boolean;
  readonly isBusy?: boolean;
  readonly children?: React.ReactNode;
}

export function Panel({ heading, freshness, staleWarning, isLead = false, isBusy = false, children }: PanelProps): React.ReactElement {
  const headingId = useElementId();
  return (
    <section className={`${styles.panel} ${isLead ? styles.lead : ''}`} aria-labelledby={headingId} aria-busy={isBusy}>
      <h3 className={styles.heading} id={headingId}>{heading}</h3>
      {children}
      {staleWarning !== undefined && <p className={styles.stale}><Icon name="alert" />{staleWarning}</p>}
      {freshness !== undefined && staleWarning === undefined && <p className={styles.footer}>{freshness}</p>}
    </section>
  );
}
