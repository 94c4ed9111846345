import * as React from 'react';
import styles from './Notes.module.scss';

/** The school's contact as the page's editor typed it: an e-mail address or a telephone number can be tapped. */
export function HelpContact({ contact }: { readonly contact: string }): React.ReactElement {
  const address = addressOf(contact.trim());
  if (address === undefined) return <span>{contact}</span>;
  return (
    <a className={styles.link} href={address}>
      {contact.trim()}
    </a>
  );
}

function addressOf(contact: string): string | undefined {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact)) return `mailto:${contact}`;
  return /^\+?[\d\s().-]{6,}$/.test(contact) ? `tel:${contact.replace(/[^+\d]/g, '')}` : undefined;
}
