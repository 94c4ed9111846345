/** What is known of a pupil beyond the home row, area by area: a row that is broken takes no other area away. */
import type { PupilArea } from '../domain/people/areas';
import type { Instant } from '../domain/time/schoolTime';
import { areas, type RecordOf } from '../lists/areas';
import type { Schema } from '../lists/payload';
import { pupilRecordRow } from '../lists/pupilRecords';
import type { Connection } from './connection';
import { DataError } from './errors';
import { where } from './filter';
import { parsePayload, parseRows } from './parseRows';

export interface WithModified<T> {
  readonly value: T;
  /** When the row last changed. */
  readonly modified: Instant;
}

export interface RecordsData {
  /** The latest record of one area. Undefined where there is none or the person may not read it. */
  latest<Area extends PupilArea>(area: Area, pupilKey: string): Promise<WithModified<RecordOf<Area>> | undefined>;
}

export function recordsData(connection: Connection): RecordsData {
  return {
    latest: async <Area extends PupilArea>(area: Area, pupilKey: string) => {
      const query = {
        filter: [where('PupilKey', 'eq', pupilKey), where('Area', 'eq', area)],
        // Period ids sort by year and, within a year, happen to sort by term.
        orderBy: { column: 'PeriodId', ascending: false },
        limit: 1,
      };
      const [row] = parseRows(pupilRecordRow, await connection.readShared(pupilRecordRow, query));
      if (!row) return undefined;
      // A row of another pupil is a defect of the answer, and nothing of it is shown.
      if (row.PupilKey !== pupilKey || row.Area !== area) throw new DataError('broken', 'record-of-another');
      const schema: Schema<RecordOf<PupilArea>> = areas[area].schema;
      return { value: parsePayload(schema as Schema<RecordOf<Area>>, row.Payload, `payload-${area}`), modified: row.Modified };
    },
  };
}
