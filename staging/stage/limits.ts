import * as v from 'valibot';
import type { SchoolDate } from '../../src/domain/time/schoolDate';

/** What may change only so much in one run before a person is asked. */
export const limitNames = ['people', 'pupils', 'links', 'records', 'assignments', 'schoolDays'] as const;

export type LimitName = (typeof limitNames)[number];

export interface Limit {
  /** Of what is there, 0 to 1. */
  readonly share: number;
  /** So many are never asked about. */
  readonly floor: number;
}

export type Limits = Readonly<Record<LimitName, Limit>>;

const limitSchema = v.object({
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  floor: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export const limitsSchema = v.partial(
  v.strictObject({
    people: limitSchema,
    pupils: limitSchema,
    links: limitSchema,
    records: limitSchema,
    assignments: limitSchema,
    schoolDays: limitSchema,
  }),
);

/**
 * people: adults and pupils who seem to be others than before. pupils, links: those that the export no longer has, without saying why.
 * records, assignments, schoolDays: rows that would go. Clever stops a sync at 10 % deletions (docs/mis-facts.md, C1); a school's night is
 * far below.
 */
const usual: Limits = {
  people: { share: 0.02, floor: 5 },
  pupils: { share: 0.03, floor: 5 },
  links: { share: 0.05, floor: 10 },
  records: { share: 0.02, floor: 5 },
  assignments: { share: 0.25, floor: 10 },
  schoolDays: { share: 0.25, floor: 15 },
};

/** A school year's end takes a fifth to a quarter of a secondary school away, and last year's calendar. */
const newYear: Partial<Limits> = {
  pupils: { share: 0.35, floor: 5 },
  links: { share: 0.35, floor: 10 },
  records: { share: 0.35, floor: 5 },
  assignments: { share: 1, floor: 10 },
  schoolDays: { share: 1, floor: 15 },
};

/** The limits of a day; in the first two weeks of September they are wider. What the command says goes before what bundle.json says. */
export function limitsOn(day: SchoolDate, fromManifest: Partial<Limits> = {}, fromCommand: Partial<Limits> = {}): Limits {
  const isNewYear = '09-01' <= day.slice(5) && day.slice(5) <= '09-14';
  return { ...usual, ...(isNewYear ? newYear : {}), ...fromManifest, ...fromCommand };
}

/** Whether so many of so many are more than may pass unasked. */
export function isBeyond({ share, floor }: Limit, count: number, of: number): boolean {
  return count > floor && count > share * of;
}

/** '--limit pupils=20%,10' of the command. Undefined: not of that form. */
export function limitOf(text: string): Partial<Limits> | undefined {
  const match = /^(\w+)=(\d{1,3})%(?:,(\d{1,6}))?$/.exec(text);
  const name = limitNames.find((each) => each === match?.[1]);
  if (!match || !name || Number(match[2]) > 100) return undefined;
  return { [name]: { share: Number(match[2]) / 100, floor: match[3] === undefined ? usual[name].floor : Number(match[3]) } };
}
