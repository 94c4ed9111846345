import * as v from 'valibot';
import { pupilAreas, type PupilArea } from '../../../src/domain/people/areas';
import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/define';
import { decode } from '../../../src/lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Progress } from '../../report';
import type { Site } from '../../site/connection';
import { stagedArea } from '../areas';
import { noPreviousState, type PreviousState } from '../areas/stagedArea';
import type { SiteRow } from '../rows/siteRow';
import { append, type School } from '../school/school';
import type { CurrentState } from './currentState';

const payloadRow = v.object({ Payload: v.nullable(v.string()) });
const recordColumns = v.looseObject({ PupilKey: v.string(), Area: v.string(), PeriodId: v.string() });

interface Wanted {
  readonly list: ListDefinition;
  readonly row: SiteRow;
  readonly pupilKey: string;
  readonly part: 'home' | PupilArea;
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
  const payloads = new Map<string, Map<Wanted['part'], string[]>>();
  wanted.forEach(({ pupilKey, part }, index) => {
    const answer = answers[index];
    if (!answer?.ok) throw answer?.error ?? new Error('A batch came back without an answer.');
    const ofPupil = payloads.get(pupilKey) ?? new Map<Wanted['part'], string[]>();
    payloads.set(pupilKey, ofPupil);
    append(ofPupil, part, answer.value);
  });
  const previous = new Map([...payloads].map(([key, ofPupil]) => [key, previousStateOf(ofPupil)]));
  return (key) => previous.get(key) ?? noPreviousState;
}

/** A home row that cannot be read counts as not there: the export replaces it. */
function previousStateOf(payloads: ReadonlyMap<Wanted['part'], readonly string[]>): PreviousState {
  const home = decode(pupilHomeSchema, payloads.get('home')?.[0]);
  return {
    home: home.ok ? home.value : undefined,
    payloads: Object.fromEntries(pupilAreas.map((area) => [area, payloads.get(area) ?? []])),
  };
}

function wantedHomes({ delivered }: School, { pupilHome }: CurrentState): readonly Wanted[] {
  if (pupilAreas.every((area) => delivered[area])) return [];
  return pupilHome.rows.map((row) => ({ list: pupilHomeList, row, pupilKey: row.key, part: 'home' }));
}

function wantedRecords(school: School, { pupilRecords }: CurrentState): readonly Wanted[] {
  const parts = pupilAreas.map((part) => ({ part, periods: stagedArea(part).periodsToldInPart(school) }));
  return pupilRecords.rows.flatMap((row) => {
    const { PupilKey, Area, PeriodId } = v.parse(recordColumns, row.more);
    return parts
      .filter(({ part, periods }) => part === Area && periods.has(PeriodId))
      .map(({ part }) => ({ list: pupilRecordsList, row, pupilKey: PupilKey, part }));
  });
}
