import * as React from 'react';
import styles from './Disclosure.module.scss';
import { Icon } from './icons';
import { useElementId } from './ids';

interface DisclosureProps {
  readonly label: string;
  readonly children?: React.ReactNode;
}

/** More, a tap away. What is closed is not rendered. */
export function Disclosure({ label, children }: DisclosureProps): React.ReactElement {
  const [isOpen, setIsOpen] = React.useState(false);
  const contentId = useElementId();
  return (
    <div>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={contentId} onClick={() => setIsOpen(!isOpen)}>
        <Icon name="chevron" className={`${styles.chevron} ${isOpen ? styles.open : ''}`} />
        {label}
      </button>
      <div id={contentId} className={isOpen ? styles.content : undefined} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  );
}
