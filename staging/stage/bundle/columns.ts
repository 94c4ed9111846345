import { isSchoolDate, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { type ClockTime, type Instant, instantOf, isClockTime, usualTimeZone } from '../../../src/domain/time/schoolTime';

/** How a cell is read. Undefined: the text is not of the form. */
export interface Form<T> {
  /** Completes 'This should be ...'. */
  readonly words: string;
  readonly read: (text: string) => T | undefined;
}

/**
 * required: without it the row goes into quarantine. optional: a wrong value puts it there too. lenient: a wrong value is left out. decisive: handed on as
 * it stands, for the access rules to refuse what they do not know; yet a file in which many such values mean nothing is not believed.
 */
export type Need = 'required' | 'optional' | 'lenient' | 'decisive';

export interface Column<T, N extends Need = Need> {
  readonly form: Form<T>;
  readonly need: N;
  /** Only of decisive columns: what the value should be. */
  readonly meant?: Form<unknown> | undefined;
  /** Only of decisive columns: blank is no answer. */
  readonly mustBeStated?: boolean | undefined;
  /** Whether a cell that is not blank takes something away from somebody. Columns that have this must be there: without one, blank would read as 'not restricted'. */
  readonly restricts?: ((cell: string) => boolean) | undefined;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

export type RowOf<C extends Columns> = {
  readonly [name in keyof C]: C[name] extends Column<infer T, infer N> ? (N extends 'required' ? T : T | undefined) : never;
};

export const required = <T>(form: Form<T>): Column<T, 'required'> => ({ form, need: 'required' });
export const optional = <T>(form: Form<T>): Column<T, 'optional'> => ({ form, need: 'optional' });
export const lenient = <T>(form: Form<T>): Column<T, 'lenient'> => ({ form, need: 'lenient' });

interface Deciding {
  readonly stated?: boolean;
  readonly restricts?: (cell: string) => boolean;
}

export const decisive = (meant: Form<unknown>, { stated, restricts }: Deciding = {}): Column<string, 'decisive'> => ({
  form: anyText,
  need: 'decisive',
  meant,
  mustBeStated: stated,
  restricts,
});

/** The same column, of those whose absence would lift a restriction. */
export const restricting = <T, N extends Need>(column: Column<T, N>, restricts: (cell: string) => boolean = () => true): Column<T, N> => ({
  ...column,
  restricts,
});

/** A single-line column of SharePoint holds 255 characters; XML, in which answers travel, knows no control characters and no half characters. */
const longestLine = 255;
const longestText = 10_000;
const impossible = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

function textOf(longest: number): Form<string> {
  return {
    words: `text of at most ${longest.toLocaleString('en-GB')} characters, without control characters`,
    read: (cell) => (cell.length <= longest && !impossible.test(cell) ? cell : undefined),
  };
}

export const text: Form<string> = textOf(longestLine);
export const longText: Form<string> = textOf(longestText);

const anyText: Form<string> = text;

export const id: Form<string> = {
  words: 'an id of at most 100 characters, without control characters',
  read: (cell) => (cell.length <= 100 && !impossible.test(cell) ? cell : undefined),
};

export const date: Form<SchoolDate> = { words: 'a date like 2026-11-23', read: (cell) => (isSchoolDate(cell) ? cell : undefined) };

/** Registers and timetables write '9:05' as well as '09:05' and '09:05:00'. */
export const clock: Form<ClockTime> = {
  words: 'a time like 09:05',
  read: (cell) => {
    const padded = cell.replace(/^(\d):/, '0$1:').replace(/^(\d\d:\d\d):\d\d$/, '$1');
    return isClockTime(padded) ? padded : undefined;
  },
};

export const instant: Form<Instant> = {
  words: 'a date and time like 2026-11-23T16:00:00Z',
  read: (cell) => instantOf(cell, usualTimeZone),
};

export const number: Form<number> = { words: 'a number', read: (cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : undefined) };

export const wholeNumber: Form<number> = { words: 'a whole number', read: (cell) => (/^\d{1,6}$/.test(cell) ? Number(cell) : undefined) };

export function oneOf<const T extends string>(...words: readonly T[]): Form<T> {
  return { words: `one of ${words.join(', ')}`, read: (cell) => words.find((word) => word.toLowerCase() === cell.toLowerCase()) };
}

/** A date of birth or a UPN in a name's place would be published. */
export const personName: Form<string> = {
  words: 'a name, no date and no number',
  read: (cell) => (/\d{4}/.test(cell) ? undefined : text.read(cell)),
};

/** A year group or form. Never a date, nor a number as long as a UPN. */
export const groupName: Form<string> = {
  words: 'a short name, no date and no number of a pupil',
  read: (cell) => (isSchoolDate(cell) || /\d{5}/.test(cell) ? undefined : text.read(cell)),
};

/** Year groups as the school says them, whatever the export writes: '8', 'Y8', 'Yr 8' and 'Year 8' are one. */
export const yearGroup: Form<string> = {
  words: 'a year group',
  read: (cell) => {
    const match = /^(?:year|yr|y)?\s*(\d{1,2})$/i.exec(cell);
    return match ? `Year ${Number(match[1])}` : groupName.read(cell);
  },
};

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 1 Monday to 7 Sunday. */
export const weekday: Form<number> = {
  words: 'a weekday like 1 or Monday',
  read: (cell) => {
    const number = /^[1-7]$/.test(cell) ? Number(cell) : weekdays.indexOf(cell.slice(0, 3).toLowerCase()) + 1;
    return number > 0 ? number : undefined;
  },
};
