import * as React from 'react';
import styles from './Disclosure.module.scss';
import { Icon } from './icons';
import { useElementId } from './ids';

interface DisclosureState {
  readonly isOpen: boolean;
  readonly contentId: string;
  readonly onToggle: () => void;
}

/** For a toggle and what it opens where they stand apart. */
export function useDisclosure(): DisclosureState {
  const [isOpen, setIsOpen] = React.useState(false);
  return { isOpen, contentId: useElementId(), onToggle: () => setIsOpen(!isOpen) };
}

interface ToggleProps {
  readonly of: DisclosureState;
  readonly label: string;
  /** The beginning of the label, where what stands around it says the rest to those who see. */
  readonly shortLabel?: string | undefined;
}

/** Opens and closes what DisclosureContent shows. */
export function Toggle({ of: { isOpen, contentId, onToggle }, label, shortLabel }: ToggleProps): React.ReactElement {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={isOpen}
      aria-controls={contentId}
      {...(shortLabel === undefined ? {} : { 'aria-label': label })}
      onClick={onToggle}
    >
      <Icon name="chevron" className={`${styles.chevron} ${isOpen ? styles.open : ''}`} />
      {shortLabel ?? label}
    </button>
  );
}

interface DisclosureContentProps {
  readonly of: DisclosureState;
  readonly children?: React.ReactNode;
}

/** What is closed is not rendered. */
export function DisclosureContent({ of: { isOpen, contentId }, children }: DisclosureContentProps): React.ReactElement {
  return (
    <div id={contentId} className={isOpen ? styles.content : undefined} hidden={!isOpen}>
      {isOpen && children}
    </div>
  );
}

interface DisclosureProps {
  readonly label: string;
  readonly children?: React.ReactNode;
}

/** More, a tap away. */
export function Disclosure({ label, children }: DisclosureProps): React.ReactElement {
  const state = useDisclosure();
  return (
    <div>
      <Toggle of={state} label={label} />
      <DisclosureContent of={state}>{children}</DisclosureContent>
    </div>
  );
}
