/** Which of the school's notices concern a pupil. */
import { compareNames, sameText } from './plainText';
import type { Pupil, SchoolClass } from './people/pupil';
import { covers } from './time/dateRange';
import type { SchoolDate } from './time/schoolDate';

export const noticeAudiences = ['school', 'year', 'class'] as const;

export type NoticeAudience = (typeof noticeAudiences)[number];

export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Anything but the three known audiences is shown to nobody. */
  readonly audience: NoticeAudience;
  /** 'Year 8' or the name of a class or form. */
  readonly audienceValue?: string | undefined;
  /** First and last day on which it is shown. */
  readonly from: SchoolDate;
  readonly until: SchoolDate;
}

/** Notices shown on that day for a pupil in those classes, newest first. */
export function noticesFor(
  pupil: Pick<Pupil, 'yearGroup' | 'form'>,
  classes: readonly SchoolClass[],
  notices: readonly Notice[],
  date: SchoolDate,
): Notice[] {
  return notices
    .filter((notice) => covers({ from: notice.from, to: notice.until }, date) && concerns(notice, pupil, classes))
    .sort((a, b) => b.from.localeCompare(a.from) || compareNames(b.id, a.id));
}

function concerns(notice: Notice, pupil: Pick<Pupil, 'yearGroup' | 'form'>, classes: readonly SchoolClass[]): boolean {
  const { audience, audienceValue } = notice;
  if (audience === 'school') return true;
  if (audience === 'year') return sameText(audienceValue, pupil.yearGroup);
  return audience === 'class' && [pupil.form, ...classes.map(({ name }) => name)].some((name) => sameText(audienceValue, name));
}

/** So much is read at a glance: about a line on a phone. */
const glance = 40;

/** True for a body that is longer than a glance, or of several lines. */
export function isLong(body: string): boolean {
  return body.trim().length > glance || body.trim().includes('\n');
}
