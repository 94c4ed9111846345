import type { AdultHome } from '../../domain/people/adult';
import { adultHomeList, adultHomeSchema } from '../../lists/adultHome';
import { decode } from '../../lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../lists/pupilHome';
import { pupilRecordsList } from '../../lists/pupilRecords';
import type { DashboardStore, PublishedHome } from '../dashboardStore';
import { asDataError, DataError } from '../errors';
import type { AskLists, Question } from './listQuestions';
import { where } from './odata';
import { latestRecords } from './records';
import { everyRow, homeRow, payloadRow, recordRow } from './rows';

type PupilReads = Pick<DashboardStore, 'adultHome' | 'readablePupilHomes' | 'pupilHome' | 'pupilRecords'>;

/** More children than any adult has; for staff, who read more rows, the rest is asked for by key. */
const mostChildren = 20;

/**
 * A school year has at most eleven records of a pupil: six half-terms, three terms, the year twice. Three years, because in the autumn the
 * latest results are last year's, and their row comes after all others of that year.
 */
const mostRecords = 33;

const homeColumns = ['PupilKey', 'Payload'] as const;
const homeColumnsNow = [...homeColumns, 'StaleSince'] as const;

/** What only a pupil's adults may read. */
export function pupilReads(ask: AskLists, userId: number): PupilReads {
  return {
    adultHome: async () => {
      const question = { columns: ['Payload'], filter: where('AdultId', 'eq', userId), most: 1 };
      const [row] = everyRow(payloadRow, await ask.closed(adultHomeList, question), 'row-adult');
      return row && readAdultHome(row.Payload);
    },
    readablePupilHomes: async () => {
      return readHomes(await askForHomes(ask, { filter: where('PupilKey', 'ne', null), most: mostChildren }));
    },
    pupilHome: async (pupilKey) => {
      return readHomes(await askForHomes(ask, { filter: where('PupilKey', 'eq', pupilKey), most: 1 }))[0];
    },
    pupilRecords: async (pupilKey) => {
      const question = {
        columns: ['PupilKey', 'Area', 'Payload', 'Modified'],
        filter: where('PupilKey', 'eq', pupilKey),
        // Period ids sort by year and, within a year, happen to sort by term.
        orderBy: { column: 'PeriodId', ascending: false },
        most: mostRecords,
      };
      return latestRecords(pupilKey, everyRow(recordRow, await ask.closed(pupilRecordsList, question), 'row-record'));
    },
  };
}

/** SharePoint refuses a question that names a column it lacks: a site that was provisioned by an earlier version is asked again without it. */
async function askForHomes(ask: AskLists, question: Omit<Question, 'columns'>): Promise<unknown> {
  try {
    return await ask.closed(pupilHomeList, { ...question, columns: homeColumnsNow });
  } catch (thrown) {
    if (asDataError(thrown).code !== 'http-400') throw thrown;
    return ask.closed(pupilHomeList, { ...question, columns: homeColumns });
  }
}

function readAdultHome(payload: string): AdultHome {
  const decoded = decode(adultHomeSchema, payload);
  if (!decoded.ok) throw new DataError('broken', 'payload-adult');
  return decoded.value;
}

function readHomes(rows: unknown): readonly PublishedHome[] {
  return everyRow(homeRow, rows, 'row-home').map(({ PupilKey, Payload, StaleSince }) => {
    const decoded = decode(pupilHomeSchema, Payload);
    if (!decoded.ok) throw new DataError('broken', 'payload-home');
    if (decoded.value.pupil.key !== PupilKey) throw new DataError('broken', 'home-of-another');
    return { ...decoded.value, stale: StaleSince };
  });
}
