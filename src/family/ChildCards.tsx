import * as React from 'react';
import { useRetry } from '../app/connection';
import { useEnvironment } from '../app/environment';
import type { PupilArea } from '../domain/people/areas';
import { ChildBadge } from '../ui/ChildBadge';
import { Disclosure, DisclosureContent, Toggle, useDisclosure } from '../ui/Disclosure';
import { EmptyState } from '../ui/EmptyState';
import { ErrorBand } from '../ui/ErrorNote';
import { SkeletonLines } from '../ui/Skeleton';
import styles from './ChildCards.module.scss';
import type { ChildView, Reading } from './childView';

/** What is a tap away. */
export interface More {
  /** Begins with the words of 'See all', which is what those who see are shown. */
  readonly label: string;
  readonly content: React.ReactElement;
}

interface CardContent<Child extends ChildView> {
  readonly area: PupilArea;
  /** What the child's card needs to have been read. */
  readonly readingOf: (child: Child) => Reading;
  /** Year and form beside the name, once on a page. */
  readonly showsYear?: boolean;
  readonly card: (child: Child) => React.ReactElement;
  /** What a card among several leaves out. */
  readonly more?: ((child: Child) => More | undefined) | undefined;
}

interface ChildCardsProps<Child extends ChildView> extends CardContent<Child> {
  readonly shown: readonly Child[];
  /** The card behind that line, where it is another: with all that there is. */
  readonly foldedCard?: (child: Child) => React.ReactElement;
  /** Which of several children need not be spoken of one by one, and the line that says so of them by name. */
  readonly ordinary?: { readonly isOrdinary: (child: Child) => boolean; readonly inWords: (names: readonly string[]) => string };
}

/**
 * A card for each child with the child's name on it, the ordinary ones below in one line that opens; of a single child the panel's head says
 * whose it is (childBadge). A child of whom something could not be read, or is not shared, has a card always.
 */
export function ChildCards<Child extends ChildView>({
  shown,
  ordinary,
  foldedCard,
  ...content
}: ChildCardsProps<Child>): React.ReactElement {
  const [child] = shown;
  if (child && shown.length === 1) return <CardBody child={child} {...content} />;
  const folded = ordinary ? foldedChildren(shown, content, ordinary.isOrdinary) : [];
  return (
    <>
      <Cards shown={shown.filter((each) => !folded.includes(each))} {...content} />
      {ordinary && folded.length > 0 && (
        <div className={styles.folded}>
          <Disclosure label={ordinary.inWords(folded.map(({ name }) => name))}>
            <Cards shown={folded} isOpen {...content} card={foldedCard ?? content.card} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

interface CardsProps<Child extends ChildView> extends CardContent<Child> {
  readonly shown: readonly Child[];
  /** With all that is a tap away. */
  readonly isOpen?: boolean;
}

function Cards<Child extends ChildView>({ shown, ...content }: CardsProps<Child>): React.ReactElement | null {
  if (shown.length === 0) return null;
  return (
    <ul className={styles.cards}>
      {shown.map((child) => (
        <Card key={child.pupilKey} child={child} {...content} />
      ))}
    </ul>
  );
}

function Card<Child extends ChildView>({ child, isOpen = false, more, ...content }: CardBodyProps<Child>): React.ReactElement {
  const { strings } = useEnvironment();
  const state = useDisclosure();
  const rest = isReady(child, content) ? more?.(child) : undefined;
  return (
    <li className={styles.card}>
      <div className={styles.who}>
        <h4 className={styles.name}>
          <ChildBadge name={child.name} initials={child.initials} colour={child.index} />
        </h4>
        {content.showsYear === true && child.pupil && (
          <span className={styles.year}>{strings.family.yearAndForm(child.pupil.yearGroup, child.pupil.form)}</span>
        )}
        {rest && !isOpen && (
          <span className={styles.more}>
            <Toggle of={state} label={rest.label} shortLabel={strings.family.seeAll} />
          </span>
        )}
      </div>
      <div className={styles.body}>
        <CardBody child={child} {...content} />
        {rest && (isOpen ? rest.content : <DisclosureContent of={state}>{rest.content}</DisclosureContent>)}
      </div>
    </li>
  );
}

/** For the head of a panel about one child. */
export function childBadge(shown: readonly ChildView[]): React.ReactElement | undefined {
  const [child] = shown;
  return child && shown.length === 1 ? <ChildBadge name={child.name} initials={child.initials} colour={child.index} /> : undefined;
}

interface CardBodyProps<Child extends ChildView> extends Omit<CardsProps<Child>, 'shown'> {
  readonly child: Child;
}

function CardBody<Child extends ChildView>({ child, area, readingOf, card }: CardBodyProps<Child>): React.ReactElement {
  const { strings } = useEnvironment();
  const retry = useRetry();
  if (!child.areas.includes(area)) return <EmptyState>{strings.family.notShared}</EmptyState>;
  const { isLoading, error, isMissing } = readingOf(child);
  if (isLoading) return <SkeletonLines count={2} />;
  if (error) return <ErrorBand heading={strings.problems[error.kind].heading} action={retry} />;
  if (isMissing) {
    return <ErrorBand heading={strings.family.childMissing(child.name)} action={retry} />;
  }
  return card(child);
}

type WhatIsRead<Child extends ChildView> = Pick<CardContent<Child>, 'area' | 'readingOf'>;

/** Shared with this adult, and read. */
export function isReady<Child extends ChildView>(child: Child, { area, readingOf }: WhatIsRead<Child>): boolean {
  const { isLoading, error, isMissing } = readingOf(child);
  return child.areas.includes(area) && !isLoading && error === undefined && !isMissing;
}

/** Those of several children who are in the one line: ready, and as the school has it now. What was not renewed may no longer be ordinary. */
export function foldedChildren<Child extends ChildView>(
  shown: readonly Child[],
  content: WhatIsRead<Child>,
  isOrdinary: (child: Child) => boolean,
): readonly Child[] {
  return shown.filter((child) => isReady(child, content) && child.home?.stale === undefined && isOrdinary(child));
}
