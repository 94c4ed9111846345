import { createHash } from 'node:crypto';
import { pupilAreas, type PupilArea } from '../../../src/domain/people/areas';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { assignmentsList } from '../../../src/lists/assignments';
import { schoolDaysList } from '../../../src/lists/schoolDays';
import { counted } from '../../report';
import { stagedArea } from '../areas';
import { homeworkTable, schoolDaysTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { ListDiff } from '../plan/listDiff';
import type { CurrentState } from '../currentState/currentState';
import type { SiteRow } from '../rows/siteRow';
import { isBeyond, type LimitName, type Limits } from '../limits';
import type { Waiting } from '../waiting';

/** Rows that are counted together. */
interface Heap {
  readonly limit: LimitName;
  readonly file: string;
  readonly words: string;
  readonly holds: (row: SiteRow) => boolean;
  readonly area?: PupilArea;
}

export interface Restrained {
  readonly lists: readonly ListDiff[];
  readonly waiting: readonly Waiting[];
}

/** Takes deletions out of the plan where so many rows would go that the export rather than the school must have lost them. */
export function restrainDeletions(
  lists: readonly ListDiff[],
  currentState: CurrentState,
  limits: Limits,
  isApproved: (key: string) => boolean,
): Restrained {
  const waiting: Waiting[] = [];
  const restrained = lists.map((plan) => {
    const kept = new Set(
      heapsOf(plan).flatMap((heap) => {
        const going = plan.delete.filter(heap.holds);
        const all = rowsOf(plan, currentState).filter(heap.holds).length;
        if (!isBeyond(limits[heap.limit], going.length, all)) return [];
        const waits = askToDelete(plan, heap, going, all);
        waiting.push(waits);
        return isApproved(waits.key) ? [] : going.map(({ id }) => id);
      }),
    );
    return kept.size === 0 ? plan : { ...plan, delete: plan.delete.filter(({ id }) => !kept.has(id)) };
  });
  return { lists: restrained, waiting };
}

function askToDelete({ list }: ListDiff, { file, words, area }: Heap, going: readonly SiteRow[], all: number): Waiting {
  const text = `${counted(going.length, 'row')} of ${all.toLocaleString('en-GB')} in ${list.title}${words}`;
  const content = createHash('sha256')
    .update(JSON.stringify(going.map(({ key }) => key).sort()))
    .digest('hex');
  return {
    key: JSON.stringify(['ASK-12', list.name, words, content]),
    effect: 'deletes',
    stops: false,
    area,
    words: text,
    finding: finding('ASK-12', { file }, { rows: counted(going.length, 'row'), all, list: `${list.title}${words}` }),
  };
}

function heapsOf({ list, delete: going }: ListDiff): readonly Heap[] {
  if (list.name === assignmentsList.name) return [{ limit: 'assignments', file: homeworkTable.file, words: '', holds: () => true }];
  if (list.name === schoolDaysList.name) return [{ limit: 'schoolDays', file: schoolDaysTable.file, words: '', holds: () => true }];
  if (list.name !== pupilRecordsList.name) return [];
  return pupilAreas
    .filter((area) => going.some((row) => areaOf(row) === area))
    .map((area) => ({ limit: 'records', area, file: stagedArea(area).file, words: ` (${area})`, holds: (row) => areaOf(row) === area }));
}

function areaOf({ more }: SiteRow): string {
  return String(more['Area']);
}

function rowsOf({ list }: ListDiff, currentState: CurrentState): readonly SiteRow[] {
  if (list.name === assignmentsList.name) return currentState.assignments.rows;
  return list.name === schoolDaysList.name ? currentState.schoolDays.rows : currentState.pupilRecords.rows;
}
