/** A site in memory, as one person reaches it: its rows are as SharePoint answers them, and a test says what is refused or late. */
import type { Connection, RowQuery } from '../../src/data/connection';
import { DataError } from '../../src/data/errors';
import type { PublishedHome } from '../../src/data/family';
import type { Condition } from '../../src/data/filter';
import type { WithModified } from '../../src/data/records';
import type { SchoolDayFact } from '../../src/domain/calendar/schoolCalendar';
import type { DashboardPreferences } from '../../src/domain/dashboardAreas';
import type { Freshness } from '../../src/domain/freshness';
import type { Notice } from '../../src/domain/notices';
import type { AdultHome } from '../../src/domain/people/adult';
import { pupilAreas, type PupilArea } from '../../src/domain/people/areas';
import type { GlossaryEntry } from '../../src/domain/results';
import type { KitRule } from '../../src/domain/timetable/kit';
import { adultHomeList, adultHomeSchema } from '../../src/lists/adultHome';
import { areas, type RecordOf } from '../../src/lists/areas';
import { dayNumber } from '../../src/lists/dayNumber';
import type { ListDefinition } from '../../src/lists/define';
import { freshnessList } from '../../src/lists/freshness';
import { glossaryList } from '../../src/lists/glossary';
import { kitRulesList } from '../../src/lists/kitRules';
import { noticesList } from '../../src/lists/notices';
import { encode, type Schema } from '../../src/lists/payload';
import { dashboardPurpose, preferencesList } from '../../src/lists/preferences';
import { pupilHomeList, pupilHomeSchema } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { schoolDaysList } from '../../src/lists/schoolDays';

/** The latest record of each area of one pupil. */
export type PupilRecords = { readonly pupilKey: string } & { readonly [Area in PupilArea]?: WithModified<RecordOf<Area>> };

export interface SchoolInMemory {
  readonly adultHome?: AdultHome | undefined;
  readonly pupilHomes?: readonly PublishedHome[];
  /** Read by key only, as past the first rows of a member of staff. */
  readonly furtherHomes?: readonly PublishedHome[];
  readonly records?: readonly PupilRecords[];
  readonly freshness?: Freshness;
  readonly schoolDays?: readonly SchoolDayFact[];
  readonly notices?: readonly Notice[];
  readonly kitRules?: readonly KitRule[];
  readonly glossary?: readonly GlossaryEntry[];
  readonly preferences?: DashboardPreferences | undefined;
  /** Rows beside all these, as they stand on the site: broken ones. */
  readonly rows?: readonly (readonly [ListDefinition, Row])[];
}

export type Row = Readonly<Record<string, unknown>>;

export interface MemorySite extends Connection {
  /** From now on reading the list, or saving anything, rejects with the error; with undefined it answers again. */
  refuse(what: ListDefinition | 'saving', error: DataError | undefined): void;
  /** From now on reading the list, or saving anything, waits; the function returned lets all waiting and later answers through. */
  hold(what: ListDefinition | 'saving'): () => void;
  rowsOf(list: ListDefinition): readonly Row[];
  /** The school has mended them. */
  replace(list: ListDefinition, rows: readonly Row[]): void;
}

const me = 7;
let people = 0;

export function memorySite(school: SchoolInMemory): MemorySite {
  const rows = new Map<string, readonly Row[]>();
  for (const [list, row] of [...rowsOfSchool(school), ...(school.rows ?? [])]) rows.set(list.name, [...(rows.get(list.name) ?? []), row]);
  const refused = new Map<ListDefinition | 'saving', DataError>();
  const held = new Map<ListDefinition | 'saving', Promise<void>>();
  const change = async (list: ListDefinition, to: (before: readonly Row[]) => readonly Row[]): Promise<void> => {
    await held.get('saving');
    const error = refused.get('saving');
    if (error) throw error;
    rows.set(list.name, to(rows.get(list.name) ?? []));
  };
  const read: Connection['read'] = async ({ list }, query) => {
    await held.get(list);
    const error = refused.get(list);
    if (error) throw error;
    return answer(rows.get(list.name) ?? [], query);
  };
  return {
    userKey: `person ${(people += 1)}`,
    userId: () => Promise.resolve(me),
    read,
    readShared: read,
    add: (list, values) => change(list, (before) => [...before, { ...values, Id: before.length + 1, AuthorId: me, 'odata.etag': '"1"' }]),
    update: (list, { id, etag }, values) =>
      change(list, (before) =>
        before.map((row) => {
          if (row['Id'] !== id) return row;
          if (row['odata.etag'] !== etag) throw new DataError('conflict', 'http-412');
          return { ...row, ...values, 'odata.etag': `"${Number(etag.slice(1, -1)) + 1}"` };
        }),
      ),
    refuse: (what, error) => {
      if (error) refused.set(what, error);
      else refused.delete(what);
    },
    hold: (what) => {
      let release: () => void = () => undefined;
      held.set(
        what,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        held.delete(what);
        release();
      };
    },
    rowsOf: (list) => rows.get(list.name) ?? [],
    replace: (list, mended) => {
      rows.set(list.name, mended);
    },
  };
}

function answer(rows: readonly Row[], { filter = [], orderBy, limit }: RowQuery): readonly Row[] {
  const isByKey = filter.some(({ column, comparison }) => column === 'PupilKey' && comparison === 'eq');
  const found = rows.filter((row) => (isByKey || row['isReadByKeyOnly'] !== true) && filter.every((condition) => holds(condition, row)));
  const inOrder = orderBy ? [...found].sort((a, b) => compare(a[orderBy.column], b[orderBy.column]) * (orderBy.ascending ? 1 : -1)) : found;
  return inOrder.slice(0, limit);
}

function holds({ column, comparison, value }: Condition, row: Row): boolean {
  const cell = row[column] ?? null;
  if (comparison === 'eq') return cell === value;
  if (comparison === 'ne') return cell !== value;
  return comparison === 'ge' ? compare(cell, value) >= 0 : compare(cell, value) <= 0;
}

function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}

function rowsOfSchool(school: SchoolInMemory): readonly (readonly [ListDefinition, Row])[] {
  const { adultHome, pupilHomes = [], furtherHomes = [], records = [], freshness = {}, schoolDays = [], preferences } = school;
  const { notices = [], kitRules = [], glossary = [] } = school;
  return [
    ...(adultHome ? [[adultHomeList, { AdultId: me, Payload: encode(adultHomeSchema, adultHome) }] as const] : []),
    ...pupilHomes.map((home) => [pupilHomeList, homeRow(home)] as const),
    ...furtherHomes.map((home) => [pupilHomeList, { ...homeRow(home), isReadByKeyOnly: true }] as const),
    ...records.flatMap(recordRows).map((row) => [pupilRecordsList, row] as const),
    ...Object.entries(freshness).map(([Area, UpdatedAt]) => [freshnessList, { Area, UpdatedAt }] as const),
    ...schoolDays.map((day) => [schoolDaysList, schoolDayRow(day)] as const),
    ...notices.map((notice) => [noticesList, noticeRow(notice)] as const),
    ...kitRules.map((rule) => [kitRulesList, kitRuleRow(rule)] as const),
    ...glossary.map(({ term, value, meaning }) => [glossaryList, { Title: term, Value: value ?? null, Meaning: meaning }] as const),
    ...(preferences ? [[preferencesList, preferencesRow(preferences)] as const] : []),
  ];
}

export function homeRow({ stale, ...home }: PublishedHome): Row {
  const since = stale && (stale.since ?? 'unknown');
  return { PupilKey: home.pupil.key, Payload: encode(pupilHomeSchema, home), StaleSince: since ?? null };
}

export function recordRows({ pupilKey, ...records }: PupilRecords): readonly Row[] {
  return pupilAreas.flatMap((area) => {
    const record: WithModified<RecordOf<PupilArea>> | undefined = records[area];
    return record ? [recordRow(pupilKey, area, record)] : [];
  });
}

function recordRow(PupilKey: string, Area: PupilArea, { value, modified }: WithModified<RecordOf<PupilArea>>): Row {
  const schema: Schema<RecordOf<PupilArea>> = areas[Area].schema;
  return { PupilKey, Area, PeriodId: value.period.id, Payload: encode(schema, value), Modified: modified };
}

function schoolDayRow({ date, session, status, yearGroups, week, termId }: SchoolDayFact): Row {
  return {
    Day: dayNumber(date),
    Session: session,
    Status: status,
    YearGroups: yearGroups.join(';'),
    Week: week ?? null,
    TermId: termId ?? null,
  };
}

function noticeRow({ id, title, body, audience, audienceValue, from, until }: Notice): Row {
  return {
    Id: Number(id),
    Title: title,
    Body: body,
    Audience: audience,
    AudienceValue: audienceValue ?? null,
    FromDay: dayNumber(from),
    UntilDay: dayNumber(until),
  };
}

function kitRuleRow({ subject, room, className, bring }: KitRule): Row {
  return { Subject: subject ?? null, Room: room ?? null, ClassName: className ?? null, Bring: bring.join('\n') };
}

function preferencesRow(preferences: DashboardPreferences): Row {
  const { name, schema } = dashboardPurpose;
  return { Id: 1, Purpose: name, AuthorId: me, Payload: encode(schema, preferences), 'odata.etag': '"1"' };
}
