import type { AttendanceDay, MarkKind } from '../../domain/attendance/attendance';
import type { Strings } from '../../loc/language';
import type { IconName } from '../../ui/icons';

/** Today's marks in one sentence: 'Today: in school, morning and afternoon'. */
export function todayInWords(day: AttendanceDay, { attendance }: Strings): string {
  const kind = kindOfBoth(day);
  return kind === undefined ? attendance.today.bySession(day) : attendance.today.allDay(kind);
}

/** Those of the last school day, which is given its name. */
export function lastDayInWords(day: AttendanceDay, name: string, { attendance }: Strings): string {
  const kind = kindOfBoth(day);
  return kind === undefined ? attendance.lastSchoolDay.bySession(name, day) : attendance.lastSchoolDay.allDay(name, kind);
}

/** Where both sessions say the same and no more. */
function kindOfBoth({ am, pm }: AttendanceDay): MarkKind | undefined {
  const isAlike = am !== undefined && am.kind === pm?.kind && am.minutesLate === undefined && pm.minutesLate === undefined;
  return isAlike ? am.kind : undefined;
}

/** A shape for each kind, so that colour is never all there is. */
export const markIcons: Readonly<Record<MarkKind, IconName>> = {
  present: 'check',
  late: 'clock',
  activity: 'away',
  authorised: 'ring',
  unexplained: 'question',
  unauthorised: 'cross',
  lateAfterClose: 'clockStruck',
  notRequired: 'dash',
  notTaken: 'dots',
};
