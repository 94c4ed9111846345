/** What the whole school may read. */
import type { SchoolDayFact } from '../domain/calendar/schoolCalendar';
import type { Freshness } from '../domain/freshness';
import type { Notice } from '../domain/notices';
import type { GlossaryEntry } from '../domain/results';
import { addDays, type SchoolDate } from '../domain/time/schoolDate';
import type { KitRule } from '../domain/timetable/kit';
import { dayNumber } from '../lists/dayNumber';
import { freshnessRow } from '../lists/freshness';
import { glossaryRow } from '../lists/glossary';
import { kitRuleRow } from '../lists/kitRules';
import { noticeRow } from '../lists/notices';
import { schoolDayRow } from '../lists/schoolDays';
import type { Connection } from './connection';
import { where } from './filter';
import { parseReadableRows, parseRows } from './parseRows';

export interface SchoolData {
  /** When the school's system last told about each area. Without an area of which the site does not say it. */
  freshness(): Promise<Freshness>;
  /** Facts from a week before that day to five months after it. */
  schoolDays(around: SchoolDate): Promise<readonly SchoolDayFact[]>;
  /** Notices shown on that day, or the day before or after it: the school's day may differ from the reader's. */
  notices(around: SchoolDate): Promise<readonly Notice[]>;
  kitRules(): Promise<readonly KitRule[]>;
  glossary(): Promise<readonly GlossaryEntry[]>;
}

const daysBack = 7;
const daysAhead = 150;
/** Two sessions and a handful of year groups a day. */
const maxSchoolDays = 1_000;
const maxTyped = 500;
const maxAreas = 20;

export function schoolData(connection: Connection): SchoolData {
  return {
    freshness: async () => {
      // Not a list that everybody has: a site that was provisioned by an earlier version lacks it, and its pages still have to show.
      const rows = await connection.readShared(freshnessRow, { limit: maxAreas });
      return Object.fromEntries(parseReadableRows(freshnessRow, rows).map(({ Area, UpdatedAt }) => [Area, UpdatedAt]));
    },
    schoolDays: async (around) => {
      const from = where('Day', 'ge', dayNumber(addDays(around, -daysBack)));
      const until = where('Day', 'le', dayNumber(addDays(around, daysAhead)));
      return parseRows(schoolDayRow, await connection.read(schoolDayRow, { filter: [from, until], limit: maxSchoolDays }));
    },
    notices: async (around) => {
      const notEnded = where('UntilDay', 'ge', dayNumber(addDays(around, -1)));
      const begun = where('FromDay', 'le', dayNumber(addDays(around, 1)));
      return parseReadableRows(noticeRow, await connection.read(noticeRow, { filter: [notEnded, begun], limit: maxTyped }));
    },
    kitRules: async () => parseReadableRows(kitRuleRow, await connection.read(kitRuleRow, { limit: maxTyped })),
    glossary: async () => parseReadableRows(glossaryRow, await connection.read(glossaryRow, { limit: maxTyped })),
  };
}
