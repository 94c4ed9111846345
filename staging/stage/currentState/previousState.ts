import * as v from 'valibot';
import { halfTermsOf, termsOf } from '../../../src/domain/calendar/schoolPeriods';
import type { Period } from '../../../src/domain/calendar/period';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/define';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Progress } from '../../report';
import type { Site } from '../../site/connection';
import { windowOf, type ExportWindow } from '../bundle/manifest';
import { attendanceTable, behaviourTable } from '../bundle/tables';
import { noPreviousState, previousStateOf, type PreviousState } from '../areas/previousState';
import type { School } from '../school/school';
import type { CurrentState } from './currentState';
import type { SiteRow } from './siteList';

const payloadRow = v.object({ Payload: v.nullable(v.string()) });
const recordColumns = v.looseObject({ PupilKey: v.string(), Area: v.string(), PeriodId: v.string() });

interface Wanted {
  readonly list: ListDefinition;
  readonly row: SiteRow;
  readonly pupilKey: string;
  readonly part: 'home' | 'attendance' | 'behaviour';
}

/** Reads from the site what the export does not tell again: areas that were not delivered, days before a window that opens inside a period. */
export async function readPreviousState(
  site: Site,
  school: School,
  currentState: CurrentState,
  progress: Progress,
): Promise<(pupilKey: string) => PreviousState> {
  const wanted = [...wantedHomes(school, currentState), ...wantedRecords(school, currentState)];
  const answers = await site.batch(
    wanted.map(({ list, row }) => ({
      run: async (web) =>
        v.parse(payloadRow, await web.getList(listUrl(site.path, list)).items.getById(row.id).select('Payload')()).Payload ?? '',
    })),
    { onProgress: (done, total) => progress('Reading what is published', done, total) },
  );
  const payloads = new Map<string, { home: string | undefined; readonly attendance: string[]; readonly behaviour: string[] }>();
  wanted.forEach(({ pupilKey, part }, index) => {
    const answer = answers[index];
    if (!answer?.ok) throw answer?.error ?? new Error('A batch came back without an answer.');
    const ofPupil = payloads.get(pupilKey) ?? { home: undefined, attendance: [], behaviour: [] };
    payloads.set(pupilKey, ofPupil);
    if (part === 'home') ofPupil.home = answer.value;
    else ofPupil[part].push(answer.value);
  });
  const previous = new Map([...payloads].map(([key, ofPupil]) => [key, previousStateOf(ofPupil)]));
  return (key) => previous.get(key) ?? noPreviousState;
}

function wantedHomes({ delivered }: School, currentState: CurrentState): readonly Wanted[] {
  const { homework: _homework, ...areas } = delivered;
  if (Object.values(areas).every((isThere) => isThere)) return [];
  return currentState.pupilHome.rows.map((row) => ({ list: pupilHomeList, row, pupilKey: row.key, part: 'home' }));
}

function wantedRecords(school: School, currentState: CurrentState): readonly Wanted[] {
  const parts = [
    { part: 'attendance', periods: cut(halfTermsOf(school.calendar), windowOf(school.manifest, attendanceTable.file), school.extractDate) },
    { part: 'behaviour', periods: cut(termsOf(school.calendar), windowOf(school.manifest, behaviourTable.file), school.extractDate) },
  ] as const;
  return currentState.pupilRecords.rows.flatMap((row) => {
    const { PupilKey, Area, PeriodId } = v.parse(recordColumns, row.more);
    return parts
      .filter(({ part, periods }) => part === Area && periods.has(PeriodId))
      .map(({ part }) => ({ list: pupilRecordsList, row, pupilKey: PupilKey, part }));
  });
}

/** Periods that the window cuts in two. What lies after the day of the export was never published. */
function cut(periods: readonly Period[], window: ExportWindow | undefined, today: SchoolDate): ReadonlySet<string> {
  if (!window) return new Set();
  const cutsStart = ({ from, to }: Period) => from < window.from && window.from <= to;
  const cutsEnd = ({ from, to }: Period) => window.to < today && from <= window.to && window.to < to;
  return new Set(periods.filter((period) => cutsStart(period) || cutsEnd(period)).map(({ id }) => id));
}
