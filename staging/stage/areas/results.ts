import type { Period } from '../../../src/domain/calendar/period';
import { schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import { released, type Result, type ResultsRecord } from '../../../src/domain/results';
import { resultsRecordSchema } from '../../../src/lists/areas/results';
import { decode } from '../../../src/lists/payload';
import { windowOf } from '../bundle/manifest';
import { resultsTable, type ResultRow } from '../bundle/tables';
import { anyFactGone, toldWhole, type StagedArea } from './stagedArea';

const { file } = resultsTable;

/** A record for each school year; nothing on the home row. */
export const results: StagedArea<'results'> = {
  file,
  make: ({ school, pupil, now }) => ({ records: resultsRecords(school.results.get(pupil.pupilId) ?? [], now), home: {} }),
  keepOnHome: () => ({}),
  // A window says nothing of results: a year that is missing in it may still hold.
  periodsToldBy:
    ({ manifest }) =>
    () =>
      windowOf(manifest, file) === undefined,
  periodsToldInPart: toldWhole,
  settled: {
    on: 'records',
    facts: (payload) => {
      const record = decode(resultsRecordSchema, payload);
      return record.ok ? record.value.results.map((result) => JSON.stringify(result)) : [];
    },
    isRewritten: anyFactGone,
  },
};

/** Released results of one pupil by school year, newest first. */
function resultsRecords(rows: readonly ResultRow[], now: Date): readonly ResultsRecord[] {
  const years = new Map<string, { readonly period: Period; readonly results: Result[] }>();
  for (const result of released(rows.map(embargoed), now)) {
    const period = schoolYearOf(result.date);
    const year = years.get(period.id) ?? { period, results: [] };
    years.set(period.id, year);
    year.results.push(result);
  }
  return [...years.values()].map(({ period, results: ofYear }) => ({ version: 1, period, results: ofYear }));
}

function embargoed({ set, subject, aspect, result, target, date, releaseAt }: ResultRow) {
  return { set, subject, aspect, result, date, releaseAt, ...(target ? { target } : {}) };
}
