import * as React from 'react';
import { isLong, noticesFor, type Notice } from '../../domain/notices';
import type { Strings } from '../../loc/language';
import { Disclosure, DisclosureContent, Toggle, useDisclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBand } from '../../ui/ErrorNote';
import { Panel } from '../../ui/Panel';
import { SkeletonLines } from '../../ui/Skeleton';
import { childBadge } from '../../family/ChildCards';
import type { DashboardChild } from './dashboardChild';
import styles from './NoticesPanel.module.scss';
import type { PanelProps } from './panelProps';
import { useRetry } from '../../app/connection';
import { useEnvironment } from '../../app/environment';

/** At once for one child, and for several, whose notices are more and have a page with more on it. */
const [maxForOne, maxForSeveral] = [5, 3];

interface FamilyNotice {
  readonly notice: Notice;
  readonly names: readonly string[];
}

/** What the school tells families, once for all the children whom it concerns. */
export function NoticesPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const { strings, dates, schoolMoment } = useEnvironment();
  const { value, isLoading, error, readAt } = school.notices;
  const retry = useRetry();
  const concerning = familyNotices(shown, value ?? [], schoolMoment.date);
  const isBrief = shown.length > 1;
  const maxAtOnce = isBrief ? maxForSeveral : maxForOne;
  const freshness = readAt && strings.freshness.read(dates.moment(readAt.toISOString()));
  return (
    <Panel icon="bell" heading={strings.notices.heading} whose={childBadge(shown)} isLead={isLead} freshness={freshness}>
      {error && <ErrorBand heading={strings.problems[error.kind].heading} action={retry} />}
      {isLoading && <SkeletonLines count={2} />}
      {!isLoading && !error && concerning.length === 0 && <EmptyState>{strings.notices.nothingYet}</EmptyState>}
      <NoticeList notices={concerning.slice(0, maxAtOnce)} isBrief={isBrief} />
      {concerning.length > maxAtOnce && (
        <div className={styles.more}>
          <Disclosure label={strings.notices.more(concerning.length - maxAtOnce)}>
            <NoticeList notices={concerning.slice(maxAtOnce)} isBrief={isBrief} />
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}

interface NoticeListProps {
  readonly notices: readonly FamilyNotice[];
  /** What takes long to read is a tap away. */
  readonly isBrief: boolean;
}

function NoticeList({ notices, isBrief }: NoticeListProps): React.ReactElement {
  return (
    <ul className={styles.list}>
      {notices.map((each) => (
        <li key={each.notice.id}>
          {isBrief && isLong(each.notice.body) ? (
            <FoldedNotice {...each} />
          ) : (
            <>
              <h4 className={styles.title}>{each.notice.title}</h4>
              <Body notice={each.notice} />
              <About {...each} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function FoldedNotice({ notice, names }: FamilyNotice): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const state = useDisclosure();
  const whose = notice.audience === 'school' ? strings.notices.audience.school : strings.family.forChildren(names);
  const inBrief = `${whose} · ${strings.notices.untilShort(dates.shortDay(notice.until))}`;
  return (
    <>
      <h4 className={styles.title}>
        <Toggle of={state} label={notice.title} />
      </h4>
      <div className={styles.behind}>
        <DisclosureContent of={state}>
          <Body notice={notice} />
          <About notice={notice} names={names} />
        </DisclosureContent>
        {!state.isOpen && <p className={styles.about}>{inBrief}</p>}
      </div>
    </>
  );
}

function Body({ notice: { body } }: Pick<FamilyNotice, 'notice'>): React.ReactElement | null {
  return body === '' ? null : <p className={styles.body}>{body}</p>;
}

function About({ notice, names }: FamilyNotice): React.ReactElement {
  const { strings, dates } = useEnvironment();
  return (
    <p className={styles.about}>
      {audienceOf(notice, names, strings)} · {strings.notices.until(dates.day(notice.until))}
    </p>
  );
}

/** Those of each child, newest first, each once. */
function familyNotices(shown: readonly DashboardChild[], notices: readonly Notice[], date: string): FamilyNotice[] {
  const concerning = shown.map((child) => ({
    name: child.name,
    // Whose year and classes are not known is told what the whole school is told.
    ids: noticesFor(child.pupil ?? { yearGroup: '' }, child.home?.classes ?? [], notices, date).map((notice) => notice.id),
  }));
  const inOrder = noticesFor(
    { yearGroup: '' },
    [],
    notices.map((notice) => ({ ...notice, audience: 'school' as const })),
    date,
  );
  return inOrder.flatMap(({ id }) => {
    const notice = notices.find((other) => other.id === id);
    const names = concerning.filter((child) => child.ids.includes(id)).map((child) => child.name);
    return notice && names.length > 0 ? [{ notice, names }] : [];
  });
}

function audienceOf(notice: Notice, names: readonly string[], { notices, family }: Strings): string {
  if (notice.audience === 'school') return notices.audience.school;
  const value = notice.audienceValue ?? '';
  const audience = notice.audience === 'year' ? notices.audience.year(value) : notices.audience.class(value);
  return `${family.forChildren(names)} · ${audience}`;
}
