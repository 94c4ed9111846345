/** Rows as SharePoint answers them, parsed: nothing past this file is unknown. */
import * as v from 'valibot';
import { pupilAreas } from '../../domain/people/areas';
import type { KitRule } from '../../domain/timetable/kit';
import type { Notice } from '../../domain/notices';
import type { GlossaryEntry } from '../../domain/results';
import { schoolDayStatuses, type SchoolDayFact } from '../../domain/calendar/schoolCalendar';
import { schoolDate } from '../../lists/dayNumber';
import { DataError } from '../errors';

const filledText = v.pipe(v.string(), v.trim(), v.minLength(1));
/** SharePoint answers null for an empty column. */
const text = v.pipe(v.nullish(v.string(), ''), v.trim());
const optionalText = v.pipe(
  text,
  v.transform((value) => (value === '' ? undefined : value)),
);
const instant = v.pipe(v.string(), v.isoTimestamp());
const day = v.pipe(v.number(), v.transform(schoolDate), v.string());
const lines = v.pipe(
  text,
  v.transform((value) => split(value, /\r?\n/)),
);

export const payloadRow = v.object({ Payload: v.string() });
export const homeRow = v.object({
  PupilKey: v.string(),
  Payload: v.string(),
  StaleSince: v.pipe(
    optionalText,
    v.transform((value) => (value === undefined ? undefined : { since: v.is(instant, value) ? value : undefined })),
  ),
});
export const freshnessRow = v.object({ Area: v.picklist(pupilAreas), UpdatedAt: instant });
export const recordRow = v.object({ PupilKey: v.string(), Area: v.string(), Payload: v.string(), Modified: v.string() });
export const preferencesRow = v.object({ Id: v.number(), 'odata.etag': v.string(), Payload: v.string() });

export const schoolDayRow = v.pipe(
  v.object({
    Day: day,
    Session: v.picklist(['ALL', 'AM', 'PM']),
    Status: v.picklist(schoolDayStatuses),
    YearGroups: text,
    Week: optionalText,
    TermId: optionalText,
  }),
  v.transform(
    (row): SchoolDayFact => ({
      date: row.Day,
      session: row.Session,
      status: row.Status,
      yearGroups: split(row.YearGroups, ';'),
      week: row.Week,
      termId: row.TermId,
    }),
  ),
);

export const noticeRow = v.pipe(
  v.object({
    Id: v.number(),
    Title: filledText,
    Body: text,
    Audience: v.picklist(['school', 'year', 'class']),
    AudienceValue: optionalText,
    FromDay: day,
    UntilDay: day,
  }),
  v.transform(
    (row): Notice => ({
      id: String(row.Id),
      title: row.Title,
      body: row.Body,
      audience: row.Audience,
      audienceValue: row.AudienceValue,
      from: row.FromDay,
      until: row.UntilDay,
    }),
  ),
);

export const kitRuleRow = v.pipe(
  v.object({ Subject: optionalText, Room: optionalText, ClassName: optionalText, Bring: lines }),
  v.transform((row): KitRule => ({ subject: row.Subject, room: row.Room, className: row.ClassName, bring: row.Bring })),
);

export const glossaryRow = v.pipe(
  v.object({ Title: filledText, Value: optionalText, Meaning: text }),
  v.transform((row): GlossaryEntry => ({ term: row.Title, value: row.Value, meaning: row.Meaning })),
);

/** Every row, or a DataError: for what the publisher writes, where a row that cannot be read is a defect. */
export function everyRow<T>(schema: v.GenericSchema<unknown, T>, rows: unknown, code: string): readonly T[] {
  const parsed = v.safeParse(v.array(schema), rows);
  if (!parsed.success) throw new DataError('broken', code);
  return parsed.output;
}

/** The rows that can be read: for what staff type, where one mistake must not take the others away. */
export function readableRows<T>(schema: v.GenericSchema<unknown, T>, rows: unknown, code: string): readonly T[] {
  return everyRow(v.unknown(), rows, code).flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

function split(value: string, separator: string | RegExp): string[] {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
