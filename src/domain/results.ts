/** Results: when they may be seen, how they are arranged, what they mean. */
import { groupBy } from './groupBy';
import { compareNames, plainText, sameText } from './plainText';
import type { Instant } from './time/schoolTime';
import type { SchoolDate } from './time/schoolDate';
import type { Period } from './calendar/period';

export interface Result {
  /** The occasion: 'Autumn report 2026'. */
  readonly set: string;
  readonly subject: string;
  /** What was judged: 'Working at grade', 'Effort'. Explained by the glossary. */
  readonly aspect: string;
  readonly result: string;
  readonly target?: string | undefined;
  readonly date: SchoolDate;
}

/** All released results of one school year, newest first. */
export interface ResultsRecord {
  readonly version: 1;
  readonly period: Period;
  readonly results: readonly Result[];
}

export interface EmbargoedResult extends Result {
  readonly releaseAt: Instant;
}

export interface ResultSubject {
  readonly subject: string;
  readonly results: readonly Result[];
}

export interface ResultSet {
  readonly set: string;
  /** The latest date in the set. */
  readonly date: SchoolDate;
  /** By name. */
  readonly subjects: readonly ResultSubject[];
}

/** A row of the school's glossary. Without a value it explains the term itself. */
export interface GlossaryEntry {
  readonly term: string;
  readonly value?: string | undefined;
  readonly meaning: string;
}

/** Results whose release has come, newest first, without the release itself. One that cannot be read as a moment is not released. */
export function released(results: readonly EmbargoedResult[], now: Date): Result[] {
  return results
    .filter(({ releaseAt }) => new Date(releaseAt).getTime() <= now.getTime())
    .map(({ releaseAt: _, ...result }) => result)
    .sort((a, b) => b.date.localeCompare(a.date));
}

/** By occasion, newest first, and in it by subject. The results of a subject stay in the order given. */
export function groupResults(results: readonly Result[]): ResultSet[] {
  return [...groupBy(results, ({ set }) => set)]
    .map(([set, ofSet]) => ({ set, date: latestOf(ofSet), subjects: subjectsOf(ofSet) }))
    .sort((a, b) => b.date.localeCompare(a.date) || compareNames(a.set, b.set));
}

/** What the school says a term means, or a value on the term's scale. Undefined where the glossary has no such row. */
export function meaningOf(glossary: readonly GlossaryEntry[], term: string, value?: string | undefined): string | undefined {
  const entry = glossary.find((row) => sameText(row.term, term) && plainText(row.value) === plainText(value));
  return plainText(entry?.meaning) === '' ? undefined : entry?.meaning;
}

function subjectsOf(results: readonly Result[]): ResultSubject[] {
  return [...groupBy(results, ({ subject }) => subject)]
    .map(([subject, ofSubject]) => ({ subject, results: ofSubject }))
    .sort((a, b) => compareNames(a.subject, b.subject));
}

function latestOf(results: readonly Result[]): SchoolDate {
  return results.reduce((latest, { date }) => (date > latest ? date : latest), '');
}

/** What a family reads first: of the newest occasion the first judgement of each subject, at most so many; undefined where there is none. */
export function latestResults(
  results: readonly Result[],
  max: number,
): { readonly set: ResultSet; readonly first: readonly Result[] } | undefined {
  const [set] = groupResults(results);
  return set && { set, first: set.subjects.flatMap((subject) => subject.results.slice(0, 1)).slice(0, max) };
}

/** The first sentence of what the school says; all of it where it is one. */
export function inShort(meaning: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(meaning)?.[0] ?? meaning;
}
