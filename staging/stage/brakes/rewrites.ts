import * as v from 'valibot';
import { isPupilArea, type PupilArea } from '../../../src/domain/people/areas';
import { addDays, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { listUrl } from '../../../src/lists/index';
import { attendanceRecordSchema } from '../../../src/lists/areas/attendance';
import { behaviourRecordSchema } from '../../../src/lists/areas/behaviour';
import { decode } from '../../../src/lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../../src/lists/pupilHome';
import { resultsRecordSchema } from '../../../src/lists/areas/results';
import type { ListDefinition } from '../../../src/lists/define';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Site } from '../../site/connection';
import { classMembersTable } from '../bundle/tables';
import type { ListDiff } from '../plan/listDiff';
import { isBeyond } from '../limits';
import type { Waiting } from '../waiting';

/** So many rows of an area that would change are looked into, spread over all of them: a column that has slipped shows in any sample. */
const sampled = 60;
const maxRewritten = { share: 0.2, floor: 5 };
/** Marks of the last days are corrected all the time. */
const daysUnsettled = 5;

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
  const records = [...byArea(updatesOf(pupilRecordsList))].map(([area, updates]) => ({ list: pupilRecordsList, area, updates }));
  const chosen = [...records, { list: pupilHomeList, area: 'timetable' as const, updates: updatesOf(pupilHomeList) }].flatMap(
    ({ list, area, updates }) => spread(updates).map((update) => ({ list, area, update })),
  );
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
    const before = settledFacts[area](answer?.value, today);
    if (before.length === 0) return;
    const after = new Set(settledFacts[area](update.row.fields['Payload'], today));
    const count = seen.get(area) ?? { all: 0, lost: 0 };
    seen.set(area, { all: count.all + 1, lost: count.lost + (isRewritten(area, before, after) ? 1 : 0) });
  });
  return [...seen]
    .filter(([, { all, lost }]) => isBeyond(maxRewritten, lost, all))
    .map(([area, { all, lost }]) => ({ area, ...askToRewrite(area, all, lost) }));
}

/** A class is changed now and then; most of them at once are another child's. */
function isRewritten(area: PupilArea, before: readonly string[], after: ReadonlySet<string>): boolean {
  const lost = before.filter((fact) => !after.has(fact)).length;
  return area === 'timetable' ? lost * 2 > before.length : lost > 0;
}

function askToRewrite(area: PupilArea, all: number, lost: number): Waiting {
  const file = area === 'timetable' ? classMembersTable.file : `${area}.csv`;
  const words = `${lost} of ${all} pupils looked at would lose some of what is published of their ${area}. Whose row is whose may have slipped.`;
  return {
    key: JSON.stringify(['ASK-15', area]),
    effect: 'deletes',
    stops: false,
    words: `${file}: ${words}`,
    finding: {
      code: 'ASK-15',
      effect: 'hold',
      file,
      column: 'pupilId',
      message:
        'Many pupils would lose some of what is published of them: whose row is whose may have slipped. The file counts as not read until somebody approves it.',
    },
  };
}

/** What is long settled about a pupil, and telling: that a child was present every day is said of nearly all. */
const settledFacts: Readonly<Record<PupilArea, (payload: unknown, today: SchoolDate) => readonly string[]>> = {
  timetable: (payload) => {
    const home = decode(pupilHomeSchema, payload);
    return home.ok ? home.value.classes.map(({ key }) => key) : [];
  },
  attendance: (payload, today) => {
    const record = decode(attendanceRecordSchema, payload);
    const days = record.ok ? record.value.days.filter(({ date }) => date < addDays(today, -daysUnsettled)) : [];
    return days.flatMap(({ date, am, pm }) =>
      [am, pm].flatMap((mark, half) => (mark && !['present', 'notTaken'].includes(mark.kind) ? [`${date} ${half} ${mark.kind}`] : [])),
    );
  },
  behaviour: (payload) => {
    const record = decode(behaviourRecordSchema, payload);
    return record.ok ? record.value.entries.map(({ id, type, subject = '' }) => JSON.stringify([id, type, subject])) : [];
  },
  results: (payload) => {
    const record = decode(resultsRecordSchema, payload);
    return record.ok ? record.value.results.map((result) => JSON.stringify(result)) : [];
  },
};

function byArea(updates: readonly Update[]): ReadonlyMap<PupilArea, readonly Update[]> {
  const areas = new Map<PupilArea, Update[]>();
  for (const update of updates) {
    const area = update.row.folder.split('/')[1] ?? '';
    if (isPupilArea(area) && area !== 'timetable') areas.set(area, [...(areas.get(area) ?? []), update]);
  }
  return areas;
}

function spread<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / sampled));
  return all.filter((_, index) => index % step === 0).slice(0, sampled);
}
