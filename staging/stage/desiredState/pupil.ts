import { pupilAreas } from '../../../src/domain/people/areas';
import type { Pupil, PupilHome } from '../../../src/domain/people/pupil';
import { areas, type RecordOf } from '../../../src/lists/areas';
import { encode } from '../../../src/lists/payload';
import { pupilHomeSchema } from '../../../src/lists/pupilHome';
import type { PupilArea } from '../../../src/domain/people/areas';
import { stagedArea } from '../areas';
import type { AreaInput } from '../areas/stagedArea';
import { row, type Row } from '../rows/row';
import type { ExportedPupil } from '../school/school';

export interface PupilRows {
  readonly home: Row;
  readonly records: readonly Row[];
}

/** Everything that is published about one pupil. An area that was not delivered has no records, and stays on the home row as it was. */
export function pupilRows(key: string, input: AreaInput): PupilRows {
  const { delivered } = input.school;
  const contents = pupilAreas.map((area) =>
    delivered[area]
      ? { area, ...stagedArea(area).make(input) }
      : { area, records: [], home: stagedArea(area).keepOnHome(input.previous.home) },
  );
  const home = contents.reduce<PupilHome>((whole, part) => ({ ...whole, ...part.home }), {
    version: 1,
    pupil: publicPupil(input.pupil, key),
    classes: [],
    timetable: [],
    recentAttendance: [],
    news: [],
  });
  const content = { Title: key, PupilKey: key, Payload: encode(pupilHomeSchema, home) };
  return {
    // A pupil who is written is renewed, whatever the row said before.
    home: row(key, key, content, { StaleSince: '' }),
    records: contents.flatMap(({ area, records }) => records.map((record) => recordRow(key, area, record))),
  };
}

function publicPupil(pupil: ExportedPupil, key: string): Pupil {
  return {
    key,
    forename: pupil.preferredForename ?? pupil.legalForename,
    surname: pupil.preferredSurname ?? pupil.legalSurname,
    yearGroup: pupil.yearGroup,
    ...(pupil.regGroup ? { form: pupil.regGroup } : {}),
  };
}

function recordRow(pupilKey: string, area: PupilArea, record: RecordOf<PupilArea>): Row {
  const { id } = record.period;
  const key = `${pupilKey}.${area}.${id}`;
  const payload = encode<RecordOf<PupilArea>>(areas[area].schema, record);
  return row(key, `${pupilKey}/${area}`, { Title: key, RecordKey: key, PupilKey: pupilKey, Area: area, PeriodId: id, Payload: payload });
}
