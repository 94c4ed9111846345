import * as React from 'react';
import type { AttendanceDay, MarkKind } from '../../domain/attendance/attendance';
import { HelpContact } from '../../ui/HelpContact';
import styles from './AttendanceCalendar.module.scss';
import { useEnvironment } from '../../app/environment';

interface MarkExplanationProps {
  readonly name: string;
  readonly day: AttendanceDay;
  readonly heading: string;
}

/** What a day's marks mean, and what to do about them; once where both are of a kind. */
export function MarkExplanation({ name, day, heading }: MarkExplanationProps): React.ReactElement {
  const { strings, helpContact } = useEnvironment();
  const all = [...new Set([day.am, day.pm].flatMap((mark): MarkKind[] => (mark ? [mark.kind] : [])))];
  // Beside another mark, being in school needs no explanation.
  const kinds = all.length > 1 ? all.filter((kind) => kind !== 'present') : all;
  return (
    <div className={styles.explained}>
      <p className={styles.explainedDay}>{heading}</p>
      <p>{strings.attendance.marks(day)}</p>
      {kinds.map((kind) => {
        const { meaning, next } = strings.attendance.kinds[kind];
        return (
          <p key={kind}>
            {meaning(name)} {next} {asksToTellUs.includes(kind) && helpContact !== '' && <HelpContact contact={helpContact} />}
          </p>
        );
      })}
    </div>
  );
}

const asksToTellUs: readonly MarkKind[] = ['authorised', 'unexplained', 'unauthorised', 'lateAfterClose'];
