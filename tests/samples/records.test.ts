import { classify, englishCodes } from '../../src/domain/attendance/attendanceCodes';
import { calendarOf, isOpen, type SchoolDayFact } from '../../src/domain/calendar/schoolCalendar';
import { compulsoryAgeEnds } from '../../samples/unusualMarks';
import { demoSchool, type DemoSchool, type Row } from '../kit/demoSchool';

/** A plain Monday, the first day of a year, a Saturday, midsummer, a summer term after a late Easter. */
const oddDays = ['2026-11-23', '2026-09-01', '2026-11-28', '2027-08-10', '2038-05-27'];

const currentCodes = englishCodes.filter((rule) => rule.until === undefined).map((rule) => rule.code);

function calendar(school: DemoSchool): ReturnType<typeof calendarOf> {
  return calendarOf(
    school.table('school-days.csv').map(
      (row) =>
        ({
          date: row.date,
          session: row.session,
          status: row.status,
          yearGroups: row.yearGroups === '' ? [] : row.yearGroups?.split(';'),
        }) as SchoolDayFact,
    ),
  );
}

function byId(rows: readonly Row[], column: string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row[column] ?? '', row]));
}

/** A pupil's year group on a day of this or the last academic year. */
function yearGroupOn(pupil: Row, date: string, school: DemoSchool): string {
  const yearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return `Year ${Number(pupil.yearGroup?.slice(5)) - (yearOf(school.today) - yearOf(date))}`;
}

describe.each(oddDays)("The demo school's records on %s", (today) => {
  const school = demoSchool(today);
  const pupils = byId(school.table('pupils.csv'), 'pupilId');
  const marks = school.table('attendance.csv');

  it('hold every current register code', () => {
    expect([...new Set(marks.map((mark) => mark.code))].sort()).toEqual([...new Set(currentCodes)].sort());
  });

  it('mark each session once, with a code of its session, on roll and never ahead', () => {
    expect(new Set(marks.map((mark) => `${mark.pupilId} ${mark.date} ${mark.session}`)).size).toBe(marks.length);
    const wrong = marks.filter(({ pupilId = '', date = '', session, code = '' }) => {
      const pupil = pupils.get(pupilId);
      const onRoll = pupil !== undefined && date >= String(pupil.onRollFrom) && (pupil.onRollTo === '' || date <= String(pupil.onRollTo));
      const ahead = date > today || (date === today && session === 'PM');
      return 'problem' in classify(code, date, session === 'AM' ? 'AM' : 'PM') || onRoll === (code === 'Z') || ahead;
    });
    expect(wrong).toEqual([]);
  });

  it('mark the sessions that were open, and close the others with # or Y4', () => {
    const days = calendar(school);
    const kinds = new Set(
      marks.map(({ pupilId = '', date = '', session, code }) => {
        const pupil = pupils.get(pupilId);
        return `${date} ${session} ${pupil ? yearGroupOn(pupil, date, school) : 'unknown'}|${code === '#' || code === 'Y4' ? 'closed' : 'open'}`;
      }),
    );
    const wrong = [...kinds].filter((kind) => {
      const [, date = '', session, yearGroup, marked] = /^(\S+) (\S+) ([^|]+)\|(.+)$/.exec(kind) ?? [];
      return isOpen(days, date, session === 'AM' ? 'AM' : 'PM', yearGroup) !== (marked === 'open');
    });
    expect(wrong).toEqual([]);
  });

  it('give age-bound codes to pupils of that age, minutes to lates and N to the last days', () => {
    const bornOn = (mark: Row): string => pupils.get(mark.pupilId ?? '')?.dateOfBirth ?? '';
    expect(marks.filter((mark) => mark.code === 'X' && String(mark.date) <= compulsoryAgeEnds({ dateOfBirth: bornOn(mark) }))).toEqual([]);
    expect(marks.filter((mark) => mark.code === 'W' && Number(mark.date?.slice(0, 4)) - Number(bornOn(mark).slice(0, 4)) < 14)).toEqual([]);
    expect(marks.filter((mark) => (mark.minutesLate !== '') !== (mark.code === 'L' || mark.code === 'U'))).toEqual([]);
    const openDays = [...new Set(marks.filter((mark) => mark.code === '/').map((mark) => mark.date))].sort();
    const fiveDaysAgo = String(openDays[openDays.length - 5]);
    expect(marks.filter((mark) => mark.code === 'N' && String(mark.date) < fiveDaysAgo)).toEqual([]);
  });

  it('find about 94 per cent present', () => {
    const counted = marks
      .map((mark) => classify(mark.code ?? '', mark.date ?? '', mark.session === 'AM' ? 'AM' : 'PM'))
      .flatMap((found) => ('counts' in found && found.counts !== 'notCounted' ? [found.counts] : []));
    const share = counted.filter((counts) => counts === 'attended').length / counted.length;
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.96);
  });

  it('hold results that are out and results that wait, and more good news than bad', () => {
    const results = school.table('results.csv');
    const now = `${today}T09:30`;
    expect(results.some((row) => String(row.releaseAt) <= now)).toBe(true);
    expect(results.some((row) => String(row.releaseAt) > now && String(row.date) < today)).toBe(true);
    const events = school.table('behaviour.csv');
    expect(events.filter((row) => row.polarity === 'positive').length).toBeGreaterThan(events.length * 0.7);
    expect(events.filter((row) => row.polarity === 'negative').length).toBeGreaterThan(10);
  });
});

describe('Homework', () => {
  const rows = demoSchool('2026-11-23').table('homework.csv');

  it('is due after it is set, and some of it lies ahead', () => {
    expect(rows.filter((row) => String(row.dueDate) <= String(row.setDate))).toEqual([]);
    expect(rows.filter((row) => String(row.dueDate) > '2026-11-23').length).toBeGreaterThan(40);
  });
});
