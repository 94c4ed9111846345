import { encode } from '../../src/lists/payload';
import { attendanceRecordSchema } from '../../src/lists/areas/attendance';
import { pupilHomeList, pupilHomeSchema } from '../../src/lists/pupilHome';
import { resultsRecordSchema } from '../../src/lists/areas/results';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { freshnessList } from '../../src/lists/freshness';
import { glossaryList } from '../../src/lists/glossary';
import { kitRulesList } from '../../src/lists/kitRules';
import { noticesList } from '../../src/lists/notices';
import { schoolDaysList } from '../../src/lists/schoolDays';
import { adultHome, attendanceRecord, freshness, jane, janeRecords, tom } from './smithFamily';
import { people } from './localSite';
import { aSchool, type School } from './webPartSchool';

/** A site on which Ann reads about Jane and Ben about Tom, Cat about nobody, and the school has said what it says to all. */
export async function schoolWithRecords(): Promise<School> {
  const school = await aSchool();
  const ann = await school.addAdult(people.ann, 'annskey001', adultHome(jane));
  const ben = await school.addAdult(people.ben, 'benskey001', adultHome(tom));
  await school.addAdult(people.cat, 'catskey001');
  await school.addPupilRow(pupilHomeList, jane.pupil.key, [ann], {
    PupilKey: jane.pupil.key,
    Payload: encode(pupilHomeSchema, jane),
    StaleSince: '',
  });
  await school.addPupilRow(pupilHomeList, tom.pupil.key, [ben], { PupilKey: tom.pupil.key, Payload: encode(pupilHomeSchema, tom) });
  await addRecords(school, ann);
  await addSharedRows(school);
  return school;
}

async function addRecords(school: School, ann: number): Promise<void> {
  const earlier = {
    ...attendanceRecord(),
    period: { id: '2026-27.autumn.1', from: '2026-09-02', to: '2026-10-23' },
  };
  for (const record of [earlier, attendanceRecord()]) {
    await school.addPupilRow(pupilRecordsList, jane.pupil.key, [ann], {
      RecordKey: `${jane.pupil.key}.attendance.${record.period.id}`,
      PupilKey: jane.pupil.key,
      Area: 'attendance',
      PeriodId: record.period.id,
      Payload: encode(attendanceRecordSchema, record),
    });
  }
  const results = janeRecords.results?.value;
  if (!results) throw new Error('The family of the tests has results');
  await school.addPupilRow(pupilRecordsList, jane.pupil.key, [ann], {
    RecordKey: `${jane.pupil.key}.results.2026-27`,
    PupilKey: jane.pupil.key,
    Area: 'results',
    PeriodId: '2026-27',
    Payload: encode(resultsRecordSchema, results),
  });
}

async function addSharedRows(school: School): Promise<void> {
  await school.addRow(schoolDaysList, {
    SchoolDayKey: '1',
    Day: 20261124,
    Session: 'ALL',
    Status: 'open',
    YearGroups: 'Year 7;Year 8',
    TermId: 'Autumn',
  });
  await school.addRow(schoolDaysList, { SchoolDayKey: '2', Day: 20250101, Session: 'ALL', Status: 'holiday' });
  for (const [area, updatedAt] of Object.entries(freshness))
    await school.addRow(freshnessList, { Title: area, Area: area, UpdatedAt: updatedAt });
  await school.addRow(noticesList, {
    Title: 'Winter fair',
    Body: 'In the hall',
    Audience: 'school',
    FromDay: 20261101,
    UntilDay: 20261205,
  });
  await school.addRow(noticesList, { Title: 'Over', Audience: 'school', FromDay: 20260901, UntilDay: 20260930 });
  await school.addRow(kitRulesList, { Title: 'PE', Subject: 'PE', Bring: 'PE kit\ntrainers\n' });
  await school.addRow(glossaryList, { Title: 'Effort', Value: 'Good', Meaning: 'Works steadily.' });
}
