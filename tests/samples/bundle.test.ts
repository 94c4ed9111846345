import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { demoSchoolFiles, generateDemoSchool } from '../../samples/generate';
import { demoSchool } from '../kit/demoSchool';

const today = '2026-11-23';
/** Milliseconds: making a whole school takes its time on a busy machine. */
const patience = 60_000;
const school = demoSchool(today);
const manifestSchema = v.object({
  format: v.literal('schoolgate-bundle'),
  version: v.literal(1),
  source: v.string(),
  school: v.object({ name: v.string(), urn: v.literal('999901'), laestab: v.string() }),
  extractedAt: v.literal('2026-11-23T09:30:00+00:00'),
  timeZone: v.literal('Europe/London'),
  academicYear: v.literal('2026-27'),
  files: v.record(
    v.string(),
    v.object({
      mode: v.picklist(['snapshot', 'window']),
      from: v.optional(v.string()),
      to: v.optional(v.string()),
      rows: v.number(),
      sha256: v.string(),
    }),
  ),
});
const manifest = v.parse(manifestSchema, school.json('bundle.json'));

function values(file: string, column: string): Set<string> {
  return new Set(
    school
      .table(file)
      .map((row) => row[column] ?? '')
      .filter((value) => value !== ''),
  );
}

function minutes(time = ''): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

describe("The demo school's bundle", () => {
  it(
    'is the same, byte for byte, for the same day',
    () => {
      expect(demoSchoolFiles(today)).toEqual(demoSchoolFiles(today));
    },
    patience,
  );

  it(
    'is written to a folder as it is in memory',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'oakfield-'));
      try {
        await generateDemoSchool({ today, folder });
        expect((await readdir(folder)).sort()).toEqual(
          demoSchoolFiles(today)
            .map((file) => file.name)
            .sort(),
        );
        expect(await readFile(join(folder, 'pupils.csv'), 'utf8')).toBe(school.text('pupils.csv'));
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    patience,
  );

  it(
    'keeps people, classes and the past from one day to the next',
    () => {
      const tomorrow = demoSchool('2026-11-24');
      for (const file of ['pupils.csv', 'contacts.csv', 'relationships.csv', 'classes.csv', 'class-members.csv'])
        expect(tomorrow.text(file)).toBe(school.text(file));
      const from = manifest.files['behaviour.csv']?.from ?? '';
      const later = new Set(tomorrow.table('behaviour.csv').map((row) => JSON.stringify(row)));
      expect(school.table('behaviour.csv').filter((row) => String(row.date) > from && !later.has(JSON.stringify(row)))).toEqual([]);
    },
    patience,
  );

  it('is of now where the day has not come to half past nine yet: nothing is exported from the future', () => {
    const madeAt = (now: string) =>
      (JSON.parse(demoSchoolFiles(today, new Date(now))[0]?.text ?? '') as { extractedAt: string }).extractedAt;
    expect(madeAt(`${today}T06:15:00Z`)).toBe(`${today}T06:15:00.000Z`);
    expect(new Date(madeAt(`${today}T20:00:00Z`)).toISOString()).toMatch(/T0[89]:30:00/);
  });

  it('refuses a day that is none', () => {
    expect(() => demoSchoolFiles('2026-02-30')).toThrow('The day must be a date');
    expect(() => demoSchoolFiles('23/11/2026')).toThrow('The day must be a date');
  });

  it('says how many rows each file has, and its checksum', () => {
    for (const [name, file] of Object.entries(manifest.files)) {
      expect({ name, rows: file.rows }).toEqual({ name, rows: school.table(name).length });
      expect(file.sha256).toBe(createHash('sha256').update(school.text(name)).digest('hex'));
    }
    expect(Object.keys(manifest.files)).toHaveLength(11);
  });

  it.each([
    ['relationships.csv', 'pupilId', 'pupils.csv', 'pupilId'],
    ['relationships.csv', 'contactId', 'contacts.csv', 'contactId'],
    ['attendance.csv', 'pupilId', 'pupils.csv', 'pupilId'],
    ['attendance.csv', 'date', 'school-days.csv', 'date'],
    ['behaviour.csv', 'pupilId', 'pupils.csv', 'pupilId'],
    ['behaviour.csv', 'classId', 'classes.csv', 'classId'],
    ['class-members.csv', 'pupilId', 'pupils.csv', 'pupilId'],
    ['class-members.csv', 'classId', 'classes.csv', 'classId'],
    ['lessons.csv', 'classId', 'classes.csv', 'classId'],
    ['homework.csv', 'classId', 'classes.csv', 'classId'],
    ['results.csv', 'pupilId', 'pupils.csv', 'pupilId'],
    ['contacts.csv', 'contactId', 'relationships.csv', 'contactId'],
    ['pupils.csv', 'pupilId', 'relationships.csv', 'pupilId'],
  ])('every %s %s is in %s', (file, column, other, otherColumn) => {
    const known = values(other, otherColumn);
    expect([...values(file, column)].filter((value) => !known.has(value))).toEqual([]);
  });

  it.each([
    ['behaviour.csv', 'eventId'],
    ['classes.csv', 'classId'],
    ['classes.csv', 'name'],
    ['lessons.csv', 'lessonId'],
    ['homework.csv', 'homeworkId'],
  ])('%s has each %s once', (file, column) => {
    expect(values(file, column).size).toBe(school.table(file).length);
  });

  it(
    "fills all 50 periods of each pupil's fortnight and puts nobody, teacher or pupil, in two places",
    () => {
      const lessons = school.table('lessons.csv').filter((row) => row.date === '');
      const classesOf = new Map<string, string[]>();
      for (const { pupilId = '', classId = '' } of school.table('class-members.csv'))
        classesOf.set(pupilId, [...(classesOf.get(pupilId) ?? []), classId]);
      const slotsOf = (rows: typeof lessons): string[] => rows.map((row) => `${row.week} ${row.weekday} ${row.period}`);
      for (const classes of classesOf.values()) {
        const slots = slotsOf(lessons.filter((row) => classes.includes(row.classId ?? '') && /^\d$/.test(row.period ?? '')));
        expect(slots).toHaveLength(50);
        expect(new Set(slots).size).toBe(50);
      }
      for (const staffName of values('lessons.csv', 'staffName')) {
        const slots = slotsOf(lessons.filter((row) => row.staffName === staffName));
        expect({ staffName, slots: new Set(slots).size }).toEqual({ staffName, slots: slots.length });
      }
      expect(lessons.filter((row) => minutes(row.end) <= minutes(row.start) || minutes(row.start) < 530 || minutes(row.end) > 910)).toEqual(
        [],
      );
    },
    patience,
  );

  it(
    'names other pupils only in the narrative, which is never published',
    () => {
      const names = school.table('pupils.csv').map((row) => `${row.preferredForename || row.legalForename} ${row.legalSurname}`);
      const naming = (text = ''): boolean => names.some((name) => text.includes(name));
      const events = school.table('behaviour.csv');
      expect(events.filter((row) => naming(row.type) || naming(row.outcome) || naming(row.location))).toEqual([]);
      expect(events.filter((row) => naming(row.narrative)).length).toBeGreaterThan(20);
    },
    patience,
  );
});

describe('What staff type in', () => {
  const content = v.parse(
    v.object({
      notices: v.array(
        v.object({
          title: v.string(),
          body: v.string(),
          audience: v.picklist(['school', 'year', 'class']),
          audienceValue: v.string(),
          from: v.string(),
          until: v.string(),
        }),
      ),
      kitRules: v.array(
        v.object({
          title: v.string(),
          subject: v.optional(v.string()),
          room: v.optional(v.string()),
          className: v.optional(v.string()),
          bring: v.array(v.string()),
        }),
      ),
      glossary: v.array(v.object({ term: v.string(), value: v.optional(v.string()), meaning: v.string() })),
    }),
    school.json('site-content.json'),
  );

  it('explains every aspect of results and every grade', () => {
    const terms = content.glossary.filter((entry) => entry.value === undefined).map((entry) => entry.term);
    const grades = content.glossary.map((entry) => `${entry.term} ${entry.value}`);
    expect(terms).toEqual(expect.arrayContaining([...values('results.csv', 'aspect')]));
    const graded = school.table('results.csv').filter((row) => row.aspect !== 'Test score');
    expect(new Set(graded.map((row) => `${row.aspect} ${row.result}`).filter((grade) => !grades.includes(grade))).size).toBe(0);
    expect(content.glossary.filter((entry) => entry.meaning === '')).toEqual([]);
  });

  it('speaks to years and classes, and brings kit to subjects and rooms, that exist', () => {
    const years = values('pupils.csv', 'yearGroup');
    const classes = new Set([...values('classes.csv', 'name'), ...values('pupils.csv', 'regGroup')]);
    for (const { audience, audienceValue, from, until } of content.notices) {
      expect(audience === 'school' ? audienceValue === '' : (audience === 'year' ? years : classes).has(audienceValue)).toBe(true);
      expect(from <= until).toBe(true);
    }
    for (const { subject, room, className } of content.kitRules) {
      expect(subject === undefined || values('classes.csv', 'subject').has(subject)).toBe(true);
      expect(room === undefined || values('lessons.csv', 'room').has(room)).toBe(true);
      expect(className === undefined || classes.has(className)).toBe(true);
    }
  });
});
