/** Who I am, and my children. */
import type { AdultHome } from '../domain/people/adult';
import type { PupilHome } from '../domain/people/pupil';
import type { Instant } from '../domain/time/schoolTime';
import { adultHomeRow, adultHomeSchema } from '../lists/adultHome';
import { earlierPupilHomeRow, pupilHomeRow, pupilHomeSchema } from '../lists/pupilHome';
import type { Connection, RowQuery } from './connection';
import { asDataError, DataError } from './errors';
import { where } from './filter';
import { parsePayload, parseReadableRows, parseRows } from './parseRows';

/** A home row as it stands on the site. */
export interface PublishedHome extends PupilHome {
  /** There while the school's exports are in doubt about the pupil and the row stays as it was: when the last good one was made, if known. */
  readonly stale?: { readonly since: Instant | undefined } | undefined;
}

/** One pupil's home row, or why it cannot be read: a row that is broken takes no other child away. */
export type HomeReading =
  | { readonly pupilKey: string; readonly home: PublishedHome; readonly error?: undefined }
  | { readonly pupilKey: string; readonly home?: undefined; readonly error: DataError };

export interface FamilyData {
  /** Undefined: no child is linked to this person. */
  adultHome(): Promise<AdultHome | undefined>;
  /** Home rows that the person may read. Staff may read more than those of their own children. */
  readableHomes(): Promise<readonly HomeReading[]>;
  /** One pupil's home row. Undefined where there is none or the person may not read it. */
  home(pupilKey: string): Promise<PublishedHome | undefined>;
}

/** More children than any adult has; for staff, who read more rows, the rest is asked for by key. */
const maxChildren = 20;

export function familyData(connection: Connection): FamilyData {
  return {
    adultHome: async () => {
      const query = { filter: [where('AdultId', 'eq', await connection.userId())], limit: 1 };
      const [row] = parseRows(adultHomeRow, await connection.readShared(adultHomeRow, query));
      return row && parsePayload(adultHomeSchema, row.Payload, 'payload-adult');
    },
    readableHomes: () => readHomes(connection, { filter: [where('PupilKey', 'ne', null)], limit: maxChildren }),
    home: async (pupilKey) => {
      const [reading] = await readHomes(connection, { filter: [where('PupilKey', 'eq', pupilKey)], limit: 1 });
      if (reading?.error) throw reading.error;
      return reading?.home;
    },
  };
}

interface HomeRow {
  readonly PupilKey: string;
  readonly Payload: string;
  readonly StaleSince?: PublishedHome['stale'];
}

/** SharePoint refuses a question that names a column it lacks: a site that was provisioned by an earlier version is asked again without it. */
async function readHomes(connection: Connection, query: RowQuery): Promise<readonly HomeReading[]> {
  try {
    return parseReadableRows(pupilHomeRow, await connection.readShared(pupilHomeRow, query)).map(readHome);
  } catch (thrown) {
    if (asDataError(thrown).code !== 'http-400') throw thrown;
    return parseReadableRows(earlierPupilHomeRow, await connection.readShared(earlierPupilHomeRow, query)).map(readHome);
  }
}

function readHome({ PupilKey: pupilKey, Payload, StaleSince }: HomeRow): HomeReading {
  try {
    const home = parsePayload(pupilHomeSchema, Payload, 'payload-home');
    if (home.pupil.key !== pupilKey) throw new DataError('broken', 'home-of-another');
    return { pupilKey, home: { ...home, stale: StaleSince } };
  } catch (thrown) {
    return { pupilKey, error: asDataError(thrown) };
  }
}
