import fc from 'fast-check';
import { findingLine } from '../../staging/stage/findings/finding';
import { findingsOf } from '../kit/findingsOf';
import { personalWords, smallSchool, type FileName } from '../kit/smallSchool';
import { add, type FindingCase, foundIn, set } from '../kit/findingCases';

const cases: readonly FindingCase[] = [
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
];

describe('findings in an export', () => {
  it('are none where nothing is wrong', async () => {
    expect(await findingsOf(smallSchool())).toEqual([]);
  });

  it.each(cases)('name code, file, line and column where $why', async (one) => {
    expect(await foundIn(one)).toEqual(one.found);
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
