import * as v from 'valibot';
import { isPupilArea, pupilAreas, type PupilArea } from '../../../src/domain/people/areas';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import { listUrl } from '../../../src/lists/index';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import type { ListDefinition } from '../../../src/lists/define';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Site } from '../../site/connection';
import { stagedArea } from '../areas';
import { finding } from '../findings/finding';
import type { ListDiff } from '../plan/listDiff';
import { isBeyond } from '../limits';
import type { Waiting } from '../waiting';

/** So many rows of an area that would change are looked into, spread over all of them: a column that has slipped shows in any sample. */
const sampled = 60;
const maxRewritten = { share: 0.2, floor: 5 };
const payloadRow = v.object({ Payload: v.nullable(v.string()) });

/** Something that waits, and until then the files of an area count as not read. */
export interface QuarantinedArea extends Waiting {
  readonly area: PupilArea;
}

type Update = ListDiff['update'][number];

/**
 * Asks about areas in which many pupils would lose what is published of them: results that are gone, events that are gone, absences that are none any more.
 * New facts are ordinary; that so many old ones are not true any more is what a slipped pupilId looks like, and parents would read of another child.
 */
export async function checkRewrites(site: Site, lists: readonly ListDiff[], today: SchoolDate): Promise<readonly QuarantinedArea[]> {
  // A mark beside a row that stays as it was has no hash: it rewrites nothing.
  const updatesOf = (list: ListDefinition) =>
    (lists.find((each) => each.list.name === list.name)?.update ?? []).filter(({ row }) => row.hash !== '');
  const ofRecords = byArea(updatesOf(pupilRecordsList));
  const chosen = pupilAreas.flatMap((area) => {
    const isOnHome = stagedArea(area).settled.on === 'home';
    const list = isOnHome ? pupilHomeList : pupilRecordsList;
    return spread(isOnHome ? updatesOf(pupilHomeList) : (ofRecords.get(area) ?? [])).map((update) => ({ list, area, update }));
  });
  const answers = await site.batch(
    chosen.map(({ list, update }) => ({
      run: async (web) =>
        v.parse(payloadRow, await web.getList(listUrl(site.path, list)).items.getById(update.id).select('Payload')()).Payload,
    })),
  );
  const seen = new Map<PupilArea, { all: number; lost: number }>();
  chosen.forEach(({ area, update }, index) => {
    const answer = answers[index];
    if (answer && !answer.ok) throw answer.error;
    const { settled } = stagedArea(area);
    const before = settled.facts(answer?.value, today);
    if (before.length === 0) return;
    const after = new Set(settled.facts(update.row.fields['Payload'], today));
    const gone = before.filter((fact) => !after.has(fact)).length;
    const count = seen.get(area) ?? { all: 0, lost: 0 };
    seen.set(area, { all: count.all + 1, lost: count.lost + (settled.isRewritten(gone, before.length) ? 1 : 0) });
  });
  return [...seen]
    .filter(([, { all, lost }]) => isBeyond(maxRewritten, lost, all))
    .map(([area, { all, lost }]) => ({ area, ...askToRewrite(area, all, lost) }));
}

function askToRewrite(area: PupilArea, all: number, lost: number): Waiting {
  const { file } = stagedArea(area);
  const words = `${lost} of ${all} pupils looked at would lose some of what is published of their ${area}. Whose row is whose may have slipped.`;
  return {
    key: JSON.stringify(['ASK-15', area]),
    effect: 'deletes',
    stops: false,
    words: `${file}: ${words}`,
    finding: finding('ASK-15', { file, column: 'pupilId' }),
  };
}

function byArea(updates: readonly Update[]): ReadonlyMap<PupilArea, readonly Update[]> {
  const areas = new Map<PupilArea, Update[]>();
  for (const update of updates) {
    const area = update.row.folder.split('/')[1] ?? '';
    if (isPupilArea(area)) areas.set(area, [...(areas.get(area) ?? []), update]);
  }
  return areas;
}

function spread<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / sampled));
  return all.filter((_, index) => index % step === 0).slice(0, sampled);
}
