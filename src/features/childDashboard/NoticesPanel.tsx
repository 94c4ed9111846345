import * as React from 'react';
import { noticesFor, type Notice } from '../../domain/notices';
import type { Strings } from '../../loc/language';
import { Disclosure } from '../../ui/Disclosure';
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

const maxAtOnce = 5;

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
  const freshness = readAt && strings.freshness.read(dates.moment(readAt.toISOString()));
  return (
    <Panel heading={strings.notices.heading} whose={childBadge(shown)} isLead={isLead} freshness={freshness}>
      {error && <ErrorBand heading={strings.problems[error.kind].heading} action={retry} />}
      {isLoading && <SkeletonLines count={2} />}
      {!isLoading && !error && concerning.length === 0 && <EmptyState>{strings.notices.nothingYet}</EmptyState>}
      <NoticeList notices={concerning.slice(0, maxAtOnce)} />
      {concerning.length > maxAtOnce && (
        <Disclosure label={strings.notices.more(concerning.length - maxAtOnce)}>
          <NoticeList notices={concerning.slice(maxAtOnce)} />
        </Disclosure>
      )}
    </Panel>
  );
}

function NoticeList({ notices }: { readonly notices: readonly FamilyNotice[] }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  return (
    <ul className={styles.list}>
      {notices.map(({ notice, names }) => (
        <li key={notice.id}>
          <h4 className={styles.title}>{notice.title}</h4>
          {notice.body !== '' && <p className={styles.body}>{notice.body}</p>}
          <p className={styles.about}>
            {audienceOf(notice, names, strings)} · {strings.notices.until(dates.day(notice.until))}
          </p>
        </li>
      ))}
    </ul>
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
