import { released, type Result, type ResultsRecord } from '../../../src/domain/results';
import { schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import type { Period } from '../../../src/domain/calendar/period';
import type { ResultRow } from '../bundle/tables';

/** Released results of one pupil by school year, newest first. */
export function resultsRecords(rows: readonly ResultRow[], now: Date): readonly ResultsRecord[] {
  const years = new Map<string, { readonly period: Period; readonly results: Result[] }>();
  for (const result of released(rows.map(embargoed), now)) {
    const period = schoolYearOf(result.date);
    const year = years.get(period.id) ?? { period, results: [] };
    years.set(period.id, year);
    year.results.push(result);
  }
  return [...years.values()].map(({ period, results }) => ({ version: 1, period, results }));
}

function embargoed({ set, subject, aspect, result, target, date, releaseAt }: ResultRow) {
  return { set, subject, aspect, result, date, releaseAt, ...(target ? { target } : {}) };
}
