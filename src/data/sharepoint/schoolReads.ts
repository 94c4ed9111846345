import { addDays } from '../../domain/time/schoolDate';
import { dayNumber } from '../../lists/dayNumber';
import { freshnessList } from '../../lists/freshness';
import { glossaryList } from '../../lists/glossary';
import { kitRulesList } from '../../lists/kitRules';
import { noticesList } from '../../lists/notices';
import { schoolDaysList } from '../../lists/schoolDays';
import type { DashboardStore } from '../dashboardStore';
import type { AskLists } from './listQuestions';
import { both, where } from './odata';
import { everyRow, freshnessRow, glossaryRow, kitRuleRow, noticeRow, readableRows, schoolDayRow } from './rows';

type SchoolReads = Pick<DashboardStore, 'freshness' | 'schoolDays' | 'notices' | 'kitRules' | 'glossary'>;

const daysBack = 7;
const daysAhead = 150;
/** Two sessions and a handful of year groups a day. */
const mostSchoolDays = 1_000;
const mostTyped = 500;
const mostAreas = 20;

/** What the whole school may read. */
export function schoolReads(ask: AskLists): SchoolReads {
  return {
    freshness: async () => {
      // Not a list that everybody has: a site that was provisioned by an earlier version lacks it, and its pages still have to show.
      const rows = await ask.closed(freshnessList, { columns: ['Area', 'UpdatedAt'], most: mostAreas });
      return Object.fromEntries(readableRows(freshnessRow, rows, 'row-freshness').map(({ Area, UpdatedAt }) => [Area, UpdatedAt]));
    },
    schoolDays: async (around) => {
      const from = where('Day', 'ge', dayNumber(addDays(around, -daysBack)));
      const until = where('Day', 'le', dayNumber(addDays(around, daysAhead)));
      const columns = ['Day', 'Session', 'Status', 'YearGroups', 'Week', 'TermId'];
      return everyRow(
        schoolDayRow,
        await ask.shared(schoolDaysList, { columns, filter: both(from, until), most: mostSchoolDays }),
        'row-day',
      );
    },
    notices: async (around) => {
      const begun = where('FromDay', 'le', dayNumber(addDays(around, 1)));
      const notEnded = where('UntilDay', 'ge', dayNumber(addDays(around, -1)));
      const columns = ['Id', 'Title', 'Body', 'Audience', 'AudienceValue', 'FromDay', 'UntilDay'];
      return readableRows(
        noticeRow,
        await ask.shared(noticesList, { columns, filter: both(notEnded, begun), most: mostTyped }),
        'row-notice',
      );
    },
    kitRules: async () => {
      const columns = ['Subject', 'Room', 'ClassName', 'Bring'];
      return readableRows(kitRuleRow, await ask.shared(kitRulesList, { columns, most: mostTyped }), 'row-kit');
    },
    glossary: async () => {
      const columns = ['Title', 'Value', 'Meaning'];
      return readableRows(glossaryRow, await ask.shared(glossaryList, { columns, most: mostTyped }), 'row-glossary');
    },
  };
}
