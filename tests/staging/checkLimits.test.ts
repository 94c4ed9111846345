/** Where the checks draw their lines: the last value that passes, and the first that does not. */
import { findingsOf } from '../kit/findingsOf';
import { rowOf, smallSchool, type FileName, type Tables } from '../kit/smallSchool';

/** Lines of a file, or 'file' for the whole of it, about whose column something was found. */
async function found(tables: Tables, file: FileName, column: string): Promise<readonly (number | 'file')[]> {
  const findings = await findingsOf(tables);
  return findings.filter((one) => one.file === file && one.column === column).map(({ line }) => line ?? 'file');
}

describe('the name of a contact', () => {
  const withSurname = (surname: string) => {
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C4' })['surname'] = surname;
    return found(tables, 'contacts.csv', 'surname');
  };
  const ofTests = ['Test', 'TESTER', 'Testing', 'Dummy', 'Example', 'Sample', 'zz', 'ZZZ', 'xx', 'XXX', 'Do not use', 'Unknown'];

  it.each(ofTests)('%j is that of a test', async (surname) => {
    expect(await withSurname(surname)).toEqual([5]);
  });

  it.each(['Testa', 'Samples', 'Dummet', 'Z', 'X', 'Xu', 'Zzoya', 'Example-Moor'])('%j is that of a person', async (surname) => {
    expect(await withSurname(surname)).toEqual([]);
  });
});

describe('the contacts of a pupil', () => {
  const withContacts = (count: number) => {
    const tables = smallSchool();
    const [contact = {}, link = {}] = [tables['contacts.csv'][3], rowOf(tables['relationships.csv'], { pupilId: 'P3' })];
    const more = Array.from({ length: count - 1 }, (_, index) => `D${index}`);
    tables['contacts.csv'].push(
      ...more.map((contactId) => ({ ...contact, contactId, email: `${contactId.toLowerCase()}@family.example` })),
    );
    tables['relationships.csv'].push(...more.map((contactId, index) => ({ ...link, contactId, priority: String(index + 2) })));
    return found(tables, 'relationships.csv', 'priority');
  };

  it('may be six', async () => {
    expect(await withContacts(6)).toEqual([]);
  });

  it('are looked at when they are seven', async () => {
    expect(await withContacts(7)).toHaveLength(1);
  });
});

describe('the age of a pupil on 1 September', () => {
  const born = (dateOfBirth: string, yearGroup: string) => {
    const tables = smallSchool();
    Object.assign(rowOf(tables['pupils.csv'], { pupilId: 'P3' }), { dateOfBirth, yearGroup });
    return found(tables, 'pupils.csv', 'dateOfBirth');
  };

  it.each([
    ['2', '2024-09-01', 'Nursery'],
    ['20', '2005-09-02', 'Leavers'],
    ['11, a year younger than Year 8', '2015-09-01', 'Year 8'],
    ['13, a year older than Year 8', '2012-09-02', 'Year 8'],
  ])('may be %s', async (_age, dateOfBirth, yearGroup) => {
    expect(await born(dateOfBirth, yearGroup)).toEqual([]);
  });

  it.each([
    ['1', '2024-09-02', 'Nursery'],
    ['21', '2005-09-01', 'Leavers'],
    ['10, two years younger than Year 8', '2015-09-02', 'Year 8'],
    ['14, two years older than Year 8', '2012-09-01', 'Year 8'],
  ])('is odd when it is %s', async (_age, dateOfBirth, yearGroup) => {
    expect(await born(dateOfBirth, yearGroup)).toEqual([4]);
  });
});

describe('a register', () => {
  const day = '2026-11-23';

  /** A form of ten on the day of the export, some without a mark. */
  const withoutMark = async (unmarked: number, session: 'AM' | 'PM', time: string): Promise<number> => {
    const tables = smallSchool();
    const form = Array.from({ length: 10 }, (_, index) => `F${index}`);
    const like = rowOf(tables['pupils.csv'], { pupilId: 'P3' });
    tables['pupils.csv'].push(
      ...form.map((pupilId, index) => ({ ...like, pupilId, regGroup: '8Z', legalForename: `Odile${'abcdefghij'[index]}` })),
    );
    tables['attendance.csv'] = tables['pupils.csv']
      .flatMap(({ pupilId = '' }) => [
        { pupilId, date: day, session: 'AM', code: '/', minutesLate: '' },
        { pupilId, date: day, session: 'PM', code: '\\', minutesLate: '' },
      ])
      .filter((mark) => mark.session !== session || !form.slice(0, unmarked).includes(mark.pupilId));
    const findings = await findingsOf(tables, { extractedAt: `${day}T${time}:00Z` });
    return findings.filter((one) => one.file === 'attendance.csv' && one.column === 'date').length;
  };

  it('may be a fifth empty, and is missing when it is emptier than that', async () => {
    expect(await withoutMark(2, 'AM', '17:00')).toBe(0);
    expect(await withoutMark(3, 'AM', '17:00')).toBe(1);
  });

  it.each([
    ['AM', '11:59', '12:00'],
    ['PM', '15:59', '16:00'],
  ] as const)('of the %s is still to come at %s and missing at %s', async (session, before, due) => {
    expect(await withoutMark(10, session, before)).toBe(0);
    expect(await withoutMark(10, session, due)).toBe(1);
  });
});
