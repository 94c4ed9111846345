import * as React from 'react';
import { markKinds, type AttendanceDay, type AttendanceRecord } from '../../domain/attendance/attendance';
import { addDays, mondayOf, type SchoolDate } from '../../domain/time/schoolDate';
import type { DateWords } from '../../loc/dateWords';
import { periodName } from '../../loc/periodName';
import { Icon } from '../../ui/icons';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './AttendanceCalendar.module.scss';
import { MarkExplanation } from './MarkExplanation';
import { markIcons } from './marks';
import { useEnvironment } from '../../app/environment';

const schoolWeek = [0, 1, 2, 3, 4] as const;

interface AttendanceCalendarProps {
  readonly name: string;
  readonly record: AttendanceRecord;
}

/** A half-term, a row a week. One day at a time is in the keyboard's order; arrow keys go from day to day. */
export function AttendanceCalendar({ name, record }: AttendanceCalendarProps): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const marked = markedDays(record);
  const [chosen, setChosen] = React.useState<SchoolDate>();
  const explained = chosen === undefined ? undefined : marked.days.get(chosen);
  return (
    <>
      <p className={styles.help}>{strings.attendance.calendarHelp}</p>
      <Weeks
        label={strings.attendance.calendarOf(name, periodName(record.period.id, strings))}
        marked={marked}
        chosen={chosen}
        onChoose={setChosen}
      />
      <div role="status">{explained && <MarkExplanation name={name} day={explained} heading={dates.day(explained.date)} />}</div>
      <Legend days={record.days} />
    </>
  );
}

interface WeeksProps {
  readonly label: string;
  readonly marked: MarkedDays;
  readonly chosen: SchoolDate | undefined;
  readonly onChoose: (date: SchoolDate) => void;
}

function Weeks({ label, marked, chosen, onChoose }: WeeksProps): React.ReactElement {
  const { inOrder, weeks } = marked;
  const table = React.useRef<HTMLTableElement>(null);
  function move(event: React.KeyboardEvent, from: SchoolDate): void {
    const step = stepOf(event);
    if (step === 0) return;
    event.preventDefault();
    const to =
      step > 0 ? inOrder.find((date) => date >= addDays(from, step)) : [...inOrder].reverse().find((date) => date <= addDays(from, step));
    if (to !== undefined) table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  }
  return (
    <table className={styles.table} role="grid" ref={table} aria-label={label}>
      <thead>{weeks[0] !== undefined && <WeekdayNames monday={weeks[0]} />}</thead>
      <tbody>
        {weeks.map((monday, index) => (
          <React.Fragment key={monday}>
            <MonthRow monday={monday} previous={weeks[index - 1]} />
            <tr>
              {schoolWeek.map((offset) => (
                <td key={offset} className={styles.cell}>
                  <Day date={addDays(monday, offset)} marked={marked} chosen={chosen} onChoose={onChoose} onMove={move} />
                </td>
              ))}
            </tr>
          </React.Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps extends Omit<WeeksProps, 'label'> {
  readonly date: SchoolDate;
  readonly onMove: (event: React.KeyboardEvent, from: SchoolDate) => void;
}

function Day({ date, marked: { days, latest }, chosen, onChoose, onMove }: DayProps): React.ReactElement {
  const day = days.get(date);
  if (!day) return <NoMarks date={date} isPast={latest !== undefined && date < latest} />;
  return (
    <DayButton
      day={day}
      isChosen={chosen === date}
      isReachable={(chosen ?? latest) === date}
      onChoose={() => onChoose(date)}
      onKeyDown={(event) => onMove(event, date)}
    />
  );
}

/** Every shape that stands in the calendar, in words. */
function Legend({ days }: { readonly days: readonly AttendanceDay[] }): React.ReactElement {
  const { strings } = useEnvironment();
  const used = new Set(days.flatMap(({ am, pm }) => [am?.kind, pm?.kind]));
  return (
    <ul className={styles.legend} aria-label={strings.attendance.marksUsed}>
      {markKinds
        .filter((kind) => used.has(kind))
        .map((kind) => (
          <li key={kind} className={styles.legendMark}>
            <Icon name={markIcons[kind]} className={styles[kind]} />
            {strings.attendance.kinds[kind].name}
          </li>
        ))}
    </ul>
  );
}

function WeekdayNames({ monday }: { readonly monday: SchoolDate }): React.ReactElement {
  const { dates } = useEnvironment();
  return (
    <tr>
      {schoolWeek.map((offset) => (
        <th key={offset} scope="col" className={styles.weekday} abbr={dates.weekday(addDays(monday, offset))}>
          {dates.shortWeekday(addDays(monday, offset))}
        </th>
      ))}
    </tr>
  );
}

/** The month, before the first week and wherever it changes. */
function MonthRow({
  monday,
  previous,
}: {
  readonly monday: SchoolDate;
  readonly previous: SchoolDate | undefined;
}): React.ReactElement | null {
  const { dates } = useEnvironment();
  const months = monthsOf(monday, dates);
  if (previous !== undefined && monthsOf(previous, dates) === months) return null;
  return (
    <tr>
      <th className={styles.month} scope="colgroup" colSpan={schoolWeek.length}>
        {months}
      </th>
    </tr>
  );
}

interface DayButtonProps {
  readonly day: AttendanceDay;
  readonly isChosen: boolean;
  readonly isReachable: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

function DayButton({ day, isChosen, isReachable, onChoose, onKeyDown }: DayButtonProps): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const marks = [day.am, day.pm].flatMap((mark) => (mark ? [mark.kind] : []));
  return (
    <button
      type="button"
      className={`${styles.day} ${isChosen ? styles.chosen : ''}`}
      data-day={day.date}
      tabIndex={isReachable ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={strings.attendance.dayLabel(dates.day(day.date), day)}
      onClick={onChoose}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
    >
      <span className={styles.number}>{dates.dayOfMonth(day.date)}</span>
      <span className={styles.marks}>
        {marks.map((kind, index) => (
          <Icon key={index} name={markIcons[kind]} className={styles[kind]} />
        ))}
      </span>
    </button>
  );
}

function NoMarks({ date, isPast }: { readonly date: SchoolDate; readonly isPast: boolean }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const { notOpen, noMarkYet } = strings.attendance;
  return (
    <span className={styles.none}>
      <span aria-hidden="true">{dates.dayOfMonth(date)}</span>
      <VisuallyHidden>{isPast ? notOpen(dates.day(date)) : noMarkYet(dates.day(date))}</VisuallyHidden>
    </span>
  );
}

/** 'November', and in a week between two months both. */
function monthsOf(monday: SchoolDate, dates: DateWords): string {
  const friday = addDays(monday, schoolWeek.length - 1);
  return [...new Set([dates.month(monday), dates.month(friday)])].join(' / ');
}

/** The days with marks, and the weeks that they lie in. */
function markedDays(record: AttendanceRecord): MarkedDays {
  const days = new Map(record.days.filter((day) => day.am ?? day.pm).map((day) => [day.date, day]));
  const inOrder = [...days.keys()].sort();
  return { days, inOrder, latest: inOrder[inOrder.length - 1], weeks: weeksOf(inOrder) };
}

interface MarkedDays {
  readonly days: ReadonlyMap<SchoolDate, AttendanceDay>;
  readonly inOrder: readonly SchoolDate[];
  readonly latest: SchoolDate | undefined;
  readonly weeks: readonly SchoolDate[];
}

/** Mondays of the weeks from the first to the last of the days. */
function weeksOf(inOrder: readonly SchoolDate[]): SchoolDate[] {
  const [first, last] = [inOrder[0], inOrder[inOrder.length - 1]];
  const mondays: SchoolDate[] = [];
  if (first === undefined || last === undefined) return mondays;
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}

/** Days that an arrow key goes, in the direction of reading. */
function stepOf(event: React.KeyboardEvent): number {
  const towardsRight = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
  const steps: Readonly<Record<string, number>> = { ArrowRight: towardsRight, ArrowLeft: -towardsRight, ArrowDown: 7, ArrowUp: -7 };
  return steps[event.key] ?? 0;
}
