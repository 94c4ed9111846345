import fc from 'fast-check';
import { findingLine } from '../../staging/stage/findings/finding';
import { csv } from '../kit/bundle';
import { personalWords, rowOf, smallSchool, type FileName, type Tables } from '../kit/smallSchool';
import { findingsOf } from '../kit/findingsOf';

interface Case {
  readonly why: string;
  readonly change: (tables: Tables) => void;
  /** 'code severity file:line column', as often as it is found. */
  readonly found: readonly string[];
}

const set =
  (file: FileName, where: Record<string, string>, cells: Record<string, string>) =>
  (tables: Tables): void => {
    Object.assign(rowOf(tables[file], where), cells);
  };

const add =
  (file: FileName, like: Record<string, string>, cells: Record<string, string>) =>
  (tables: Tables): void => {
    tables[file].push({ ...rowOf(tables[file], like), ...cells });
  };

const remove =
  (file: FileName, where: Record<string, string>) =>
  (tables: Tables): void => {
    tables[file].splice(tables[file].indexOf(rowOf(tables[file], where)), 1);
  };

const cases: readonly Case[] = [
  {
    why: 'a required cell is empty',
    change: set('classes.csv', { classId: '10y-En' }, { name: '' }),
    found: [
      'ROW-01 quarantine classes.csv:3 name',
      'REF-01 quarantine class-members.csv:3 classId',
      'REF-01 quarantine lessons.csv:4 classId',
      'PUP-17 warning pupils.csv:3 pupilId',
    ],
  },
  {
    why: 'a date is no date',
    change: set('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { date: '02/11/2026' }),
    found: ['ROW-02 quarantine attendance.csv:2 date', 'ATT-04 quarantine attendance.csv: date'],
  },
  {
    why: 'a word is not in the vocabulary',
    change: set('behaviour.csv', { eventId: 'E1' }, { polarity: 'bad' }),
    found: ['ROW-02 quarantine behaviour.csv:2 polarity'],
  },
  {
    why: 'a value that can be spared is wrong',
    change: set('behaviour.csv', { eventId: 'E1' }, { points: 'many' }),
    found: ['ROW-04 warning behaviour.csv:2 points'],
  },
  {
    why: 'a mark is of no pupil',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { pupilId: 'P9' }),
    found: ['REF-01 quarantine attendance.csv:130 pupilId'],
  },
  {
    why: 'a link is of no adult',
    change: add('relationships.csv', { pupilId: 'P3' }, { contactId: 'C9' }),
    found: ['REF-01 quarantine relationships.csv:8 contactId'],
  },
  {
    why: 'two adults have one id',
    change: add('contacts.csv', { contactId: 'C4' }, { email: 'second@family.example' }),
    found: ['REF-02 quarantine contacts.csv:5 contactId', 'REF-02 quarantine contacts.csv:6 contactId'],
  },
  {
    why: 'two pupils have one id',
    change: set('pupils.csv', { pupilId: 'P4' }, { pupilId: 'P3' }),
    found: expect.arrayContaining(['PUP-01 quarantine pupils.csv:4 pupilId', 'PUP-01 quarantine pupils.csv:5 pupilId']),
  },
  {
    why: 'a pupil is there twice under two ids',
    change: set('pupils.csv', { pupilId: 'P4' }, { legalForename: 'thaddeusina', dateOfBirth: '2014-01-09' }),
    found: ['PUP-10 quarantine pupils.csv:4 legalForename', 'PUP-10 quarantine pupils.csv:5 legalForename'],
  },
  {
    why: 'a UPN has a wrong check letter',
    change: set('pupils.csv', { pupilId: 'P1' }, { upn: 'A801200005001' }),
    found: ['PUP-02 warning pupils.csv:2 upn'],
  },
  {
    why: 'two pupils have one UPN',
    change: (tables) => ['P1', 'P2'].forEach((pupilId) => set('pupils.csv', { pupilId }, { upn: 'B801200005001' })(tables)),
    found: ['PUP-11 warning pupils.csv:2 upn', 'PUP-11 warning pupils.csv:3 upn'],
  },
  {
    why: 'a ULN is wrong',
    change: set('pupils.csv', { pupilId: 'P1' }, { uln: '9276308687' }),
    found: ['PUP-12 warning pupils.csv:2 uln'],
  },
  {
    why: 'a date of birth is missing',
    change: set('pupils.csv', { pupilId: 'P1' }, { dateOfBirth: '' }),
    found: ['PUP-13 warning pupils.csv:2 dateOfBirth'],
  },
  {
    why: 'a date of birth does not fit the year group',
    change: set('pupils.csv', { pupilId: 'P1' }, { dateOfBirth: '2009-05-17' }),
    found: ['PUP-03 warning pupils.csv:2 dateOfBirth'],
  },
  {
    why: 'a date of birth lies in the future',
    change: set('pupils.csv', { pupilId: 'P1' }, { dateOfBirth: '2030-05-17' }),
    found: ['PUP-14 warning pupils.csv:2 dateOfBirth'],
  },
  { why: 'a pupil is in no class', change: remove('class-members.csv', { pupilId: 'P1' }), found: ['PUP-17 warning pupils.csv:2 pupilId'] },
  {
    why: 'an adult has no e-mail',
    change: set('contacts.csv', { contactId: 'C2' }, { email: '' }),
    found: ['CON-01 warning contacts.csv:3 email'],
  },
  {
    why: 'an e-mail is none',
    change: set('contacts.csv', { contactId: 'C2' }, { email: 'brackenridge at family' }),
    found: ['CON-10 warning contacts.csv:3 email'],
  },
  {
    why: 'two adults share an e-mail',
    change: set('contacts.csv', { contactId: 'C2' }, { email: ' QUILLFEATHER@family.example ' }),
    found: ['CON-02 quarantine contacts.csv:2 email', 'CON-02 quarantine contacts.csv:3 email'],
  },
  {
    why: "an adult has a pupil's e-mail",
    change: set('contacts.csv', { contactId: 'C2' }, { email: 'p1@pupils.oakfield.example' }),
    found: ['CON-03 quarantine relationships.csv:4 contactId'],
  },
  {
    why: 'an adult has died',
    change: set('contacts.csv', { contactId: 'C2' }, { deceased: 'Y' }),
    found: ['CON-05 quarantine contacts.csv:3 deceased'],
  },
  {
    why: 'an adult has no surname',
    change: set('contacts.csv', { contactId: 'C2' }, { surname: '' }),
    found: ['CON-07 quarantine contacts.csv:3 surname'],
  },
  {
    why: 'an adult looks like a test',
    change: set('contacts.csv', { contactId: 'C2' }, { surname: 'Test' }),
    found: ['CON-08 quarantine contacts.csv:3 surname'],
  },
  {
    why: 'a court order is recorded',
    change: set('relationships.csv', { contactId: 'C2' }, { courtOrder: 'Y' }),
    found: ['REL-01 quarantine relationships.csv:4 courtOrder'],
  },
  {
    why: 'responsibility is not known',
    change: set('relationships.csv', { contactId: 'C2' }, { parentalResponsibility: 'U' }),
    found: ['REL-19 quarantine relationships.csv:4 parentalResponsibility'],
  },
  {
    why: 'there is no responsibility and no grant',
    change: set('relationships.csv', { contactId: 'C2' }, { parentalResponsibility: 'N' }),
    found: ['REL-02 warning relationships.csv:4 parentalResponsibility'],
  },
  {
    why: 'a court order is neither yes nor no',
    change: set('relationships.csv', { contactId: 'C2' }, { courtOrder: 'see file' }),
    found: ['REL-09 quarantine relationships.csv:4 courtOrder'],
  },
  {
    why: 'an area is not known',
    change: set('relationships.csv', { contactId: 'C3' }, { areas: 'attendance;meals' }),
    found: ['REL-17 quarantine relationships.csv:5 areas'],
  },
  {
    why: 'a pupil has two first contacts',
    change: set('relationships.csv', { contactId: 'C2' }, { priority: '1' }),
    found: ['REL-04 warning relationships.csv:2 priority'],
  },
  {
    why: 'a pupil has no first contact at all',
    change: set('relationships.csv', { pupilId: 'P3' }, { priority: '' }),
    found: ['REL-21 warning relationships.csv:6 priority'],
  },
  {
    why: 'a code is not known',
    change: set('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { code: '?' }),
    found: ['ATT-01 quarantine attendance.csv:2 code'],
  },
  {
    why: 'a code was retired',
    change: set('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { code: 'H' }),
    found: ['ATT-07 quarantine attendance.csv:2 code'],
  },
  {
    why: "a morning's code stands in the afternoon",
    change: set('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'PM' }, { code: '/' }),
    found: ['ATT-08 quarantine attendance.csv:3 code'],
  },
  {
    why: 'a mark lies in a holiday',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { date: '2026-10-27' }),
    found: expect.arrayContaining(['ATT-02 quarantine attendance.csv:130 date']),
  },
  {
    why: 'a mark lies in the future',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { date: '2026-11-24' }),
    found: ['ATT-09 quarantine attendance.csv:130 date'],
  },
  {
    why: 'a mark lies before the pupil came',
    change: set('pupils.csv', { pupilId: 'P4' }, { onRollFrom: '2026-11-03' }),
    found: ['ATT-10 quarantine attendance.csv:8 date', 'ATT-10 quarantine attendance.csv:9 date'],
  },
  {
    why: 'one session has two marks',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { code: 'L' }),
    found: ['ATT-03 quarantine attendance.csv:130 session'],
  },
  {
    why: 'one session has the same mark twice',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, {}),
    found: [],
  },
  {
    why: 'a register was not taken',
    change: remove('attendance.csv', { pupilId: 'P2', date: '2026-11-20', session: 'AM' }),
    found: ['ATT-04 quarantine attendance.csv: date'],
  },
  {
    why: 'an event is of tomorrow',
    change: set('behaviour.csv', { eventId: 'E1' }, { date: '2026-11-24' }),
    found: ['BEH-01 quarantine behaviour.csv:2 date'],
  },
  {
    why: 'an event is about bullying',
    change: set('behaviour.csv', { eventId: 'E1' }, { type: 'Bullying (verbal)' }),
    found: ['BEH-03 quarantine behaviour.csv:2 type'],
  },
  {
    why: 'it is not clear whether parents may see an event',
    change: set('behaviour.csv', { eventId: 'E1' }, { parentVisible: 'ask' }),
    found: ['BEH-04 quarantine behaviour.csv:2 parentVisible'],
  },
  { why: 'parents may not see an event', change: set('behaviour.csv', { eventId: 'E1' }, { parentVisible: 'N' }), found: [] },
  {
    why: 'a lesson ends before it starts',
    change: set('lessons.csv', { lessonId: 'L1' }, { end: '08:00' }),
    found: ['TT-04 warning lessons.csv:2 end'],
  },
  {
    why: 'two lessons of a pupil overlap',
    change: add('lessons.csv', { lessonId: 'L1' }, { lessonId: 'L9', start: '9:30', end: '10:30' }),
    found: ['TT-01 warning lessons.csv:5 start'],
  },
  {
    why: 'a dated lesson lies in a holiday',
    change: add('lessons.csv', { lessonId: 'L1' }, { lessonId: 'L9', date: '2026-10-27', weekday: '' }),
    found: ['TT-05 warning lessons.csv:5 date'],
  },
  {
    why: 'it is not clear when a lesson is',
    change: set('lessons.csv', { lessonId: 'L1' }, { weekday: '' }),
    found: ['TT-02 quarantine lessons.csv:2 date'],
  },
  {
    why: 'work is due before it is set',
    change: set('homework.csv', { homeworkId: 'H1' }, { dueDate: '2026-11-01' }),
    found: ['HW-01 quarantine homework.csv:2 dueDate'],
  },
  {
    why: 'work is of no class',
    change: set('homework.csv', { homeworkId: 'H1' }, { classId: '9z-Xx' }),
    found: ['REF-01 quarantine homework.csv:2 classId'],
  },
  {
    why: 'work is for one pupil',
    change: set('homework.csv', { homeworkId: 'H1' }, { classId: '', pupilId: 'P1' }),
    found: ['HW-02 quarantine homework.csv:2 classId'],
  },
  {
    why: 'work holds a script',
    change: set('homework.csv', { homeworkId: 'H1' }, { description: '<p>Read</p><script>alert(1)</script>' }),
    found: ['HW-03 warning homework.csv:2 description'],
  },
  {
    why: 'a link is no web address',
    change: set('homework.csv', { homeworkId: 'H1' }, { link: 'javascript:alert(1)' }),
    found: ['HW-04 warning homework.csv:2 link'],
  },
];

describe('findings in an export', () => {
  it('are none where nothing is wrong', async () => {
    expect(await findingsOf(smallSchool())).toEqual([]);
  });

  it.each(cases)('name code, file, line and column where $why', async ({ change, found }) => {
    const tables = smallSchool();
    change(tables);
    const findings = await findingsOf(tables);
    expect(findings.map(({ code, severity, file, line, column }) => `${code} ${severity} ${file}:${line ?? ''} ${column ?? ''}`)).toEqual(
      found,
    );
  });

  it("hold nothing of a cell's content, whatever stands in it", async () => {
    const files = Object.keys(smallSchool()) as FileName[];
    const mark = 'qzxv';
    const nonsense = fc.string({ maxLength: 12 }).map((text) => `${mark}${text.replace(/[\r\n]/g, '')}`);
    const place = fc.record({
      file: fc.constantFrom(...files),
      row: fc.nat(),
      column: fc.nat(),
      text: fc.oneof(nonsense, fc.constantFrom(...personalWords), fc.constant('')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 6 }), async (places) => {
        const tables = smallSchool();
        for (const { file, row, column, text } of places) {
          const cells = tables[file][row % tables[file].length];
          const name = Object.keys(cells ?? {})[column % Object.keys(cells ?? {}).length];
          if (cells && name) cells[name] = text;
        }
        const told = (await findingsOf(tables)).map(findingLine).join('\n');
        [...personalWords, mark].forEach((word) => expect(told.toLowerCase()).not.toContain(word.toLowerCase()));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a bundle that is damaged', () => {
  const stops = async (...args: Parameters<typeof findingsOf>) =>
    (await findingsOf(...args))
      .filter(({ severity }) => severity === 'fatal')
      .map(({ code, file, line, column }) => [code, file, line, column]);
  const bytes = (text: string) => ({ bytes: { 'behaviour.csv': Buffer.from(text) } as const });
  const behaviour = (change: (text: string) => string) => {
    const rows = smallSchool()['behaviour.csv'];
    return bytes(change(csv(rows, Object.keys(rows[0] ?? {}))));
  };

  it('is stopped at a file whose rows or hash are not those of bundle.json', async () => {
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': { rows: 4 } } })).toEqual([
      ['PKG-02', 'behaviour.csv', undefined, undefined],
    ]);
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': { sha256: '0'.repeat(64) } } })).toEqual([
      ['PKG-20', 'behaviour.csv', undefined, undefined],
    ]);
  });

  it('holds the row of a quote that is never closed, and no other, without telling what follows it', async () => {
    const options = behaviour((text) => text.replace('Kindness', '"Kindness Zephyrine'));
    expect((await findingsOf(smallSchool(), options)).map(({ code, severity, file, line }) => [code, severity, file, line])).toEqual([
      ['ROW-03', 'quarantine', 'behaviour.csv', 2],
    ]);
    expect((await findingsOf(smallSchool(), options)).map(findingLine).join()).not.toContain('Zephyrine');
  });

  it('is stopped at a column that is missing, twice there or written with invisible characters', async () => {
    expect(
      await stops(
        smallSchool(),
        behaviour((text) => text.replace('polarity', 'kind')),
      ),
    ).toEqual([['PKG-03', 'behaviour.csv', 1, 'polarity']]);
    expect(
      await stops(
        smallSchool(),
        behaviour((text) => text.replace('subject', 'Type')),
      ),
    ).toEqual([['PKG-24', 'behaviour.csv', 1, 'type']]);
    expect(
      await stops(
        smallSchool(),
        behaviour((text) => text.replace('polarity', 'polar\u200bity')),
      ),
    ).toEqual([['PKG-22', 'behaviour.csv', 1, 'polarity']]);
  });

  it('is read where headers differ in case and outer space, behind a byte order mark, with columns that we do not know', async () => {
    const options = behaviour((text) => `\ufeff${text.replace('polarity', ' POLARITY ').replace('narrative', 'colour')}`);
    expect(await findingsOf(smallSchool(), options)).toEqual([]);
  });

  it('is read as Windows-1252 where it is not UTF-8, and says so', async () => {
    const rows = smallSchool()['behaviour.csv'];
    rowOf(rows, { eventId: 'E1' })['type'] = 'Caf\u00e9 helper';
    const options = { bytes: { 'behaviour.csv': Buffer.from(csv(rows, []), 'latin1') } };
    expect((await findingsOf(smallSchool(), options)).map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['PKG-04', 'warning', 'behaviour.csv'],
    ]);
  });

  it('is stopped at bytes that are no text at all', async () => {
    expect(await stops(smallSchool(), { bytes: { 'behaviour.csv': Buffer.from([0x61, 0x00, 0xff, 0xfe]) } })).toEqual([
      ['PKG-18', 'behaviour.csv', undefined, undefined],
    ]);
  });

  it('holds a row with too many cells', async () => {
    const options = behaviour((text) => text.replace('Kindness', 'Kindness,Kindness'));
    expect((await findingsOf(smallSchool(), options)).map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['ROW-03', 'hold', 2],
    ]);
  });

  it('is refused without bundle.json, with a delta, and with a window that ends before it begins', async () => {
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': { mode: 'delta' } } })).toEqual([
      ['PKG-11', 'bundle.json', undefined, 'files.behaviour.csv.mode'],
    ]);
    const window = { mode: 'window', from: '2026-11-23', to: '2026-11-01' };
    expect(await stops(smallSchool(), { files: { 'behaviour.csv': window } })).toEqual([
      ['PKG-12', 'bundle.json', undefined, 'files.behaviour.csv'],
    ]);
    expect(await stops(smallSchool(), { extractedAt: 'yesterday' })).toEqual([['PKG-10', 'bundle.json', undefined, 'extractedAt']]);
  });
});
