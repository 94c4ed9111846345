import type { AttendanceDay, MarkKind, SessionMark } from '../../domain/attendance/attendance';
import type { Strings } from '../../loc/strings';
import type { IconName } from '../../ui/icons';

/** 'Morning: in school', 'Afternoon: late, 8 minutes late'. */
export function marksInWords({ am, pm }: AttendanceDay, { attendance }: Strings): string[] {
  const words = (session: string, mark: SessionMark | undefined): string[] => {
    if (!mark) return [];
    const minutes = mark.minutesLate === undefined ? '' : `, ${attendance.minutesLate(mark.minutesLate)}`;
    return [attendance.mark(session, attendance.kinds[mark.kind].name) + minutes];
  };
  return [...words(attendance.sessions.AM, am), ...words(attendance.sessions.PM, pm)];
}

/** A named day in one sentence: 'Today: in school, morning and afternoon'. */
export function dayInWords(day: AttendanceDay, name: string, strings: Strings): string {
  const { am, pm } = day;
  const isAlike = am !== undefined && am.kind === pm?.kind && am.minutesLate === undefined && pm.minutesLate === undefined;
  if (isAlike) return strings.attendance.allDay(name, strings.attendance.kinds[am.kind].name);
  return strings.attendance.bySession(name, marksInWords(day, strings).join('. '));
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
