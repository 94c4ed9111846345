import { accessList } from '../../../src/lists/access';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Site } from '../../site/connection';
import type { Report } from '../../report';
import { allBarred, withoutBarred } from './barred';
import { close, planClosures, stillOpen, unclosedOf, type Closure, type Unclosed } from './revocations';
import { applyGroups, findingAccounts } from './groups';
import { applyKeyChanges, applyKeys } from './keys';
import { applyDeletions, applyRows, rowWork } from './rows';
import { applyAdultHomes, applyFolders, applyScopes, placesOf } from './scopes';
import { writerTo, type Problem, type Writer } from './batchWriter';
import type { Desired } from '../desiredState/desiredState';
import type { Row } from '../rows/row';
import { hiddenFolders, joinHidden, type Hidden } from './hidden';
import type { Journal } from '../journal';
import type { Plan } from '../plan/plan';
import type { ListPlan } from '../plan/listDiff';
import type { Present } from '../currentState/currentState';
import type { Stopwatch } from '../timings';
import { verify } from './verify';

export interface Publishing {
  readonly site: Site;
  readonly desired: Desired;
  readonly present: Present;
  readonly plan: Plan;
  /** Keys of adults who lose something. */
  readonly losing: ReadonlySet<string>;
  /** What the account could not see when it read the site. */
  readonly hidden: readonly Hidden[];
  readonly openJournal: () => Promise<Journal>;
  /** Told of what is not known to be closed, from before the first attempt on: a run that breaks off has it to tell. */
  readonly onUnclosed: (unclosed: readonly Unclosed[]) => void;
  readonly report: Report;
  readonly watch: Stopwatch;
}

export interface Published {
  readonly problems: readonly Problem[];
  /** Keys of adults whom the tenant does not know: nothing is wrong with the site. */
  readonly withoutAccount: readonly string[];
  /** Access that should have ended and has not. */
  readonly unclosed: readonly Unclosed[];
  readonly hidden: readonly Hidden[];
}

/**
 * Writes the plan: closures, keys, groups, folders with their scopes, rows, adults' own rows, deletions. Every step leaves the site no
 * more open than the export allows, so a run may be killed anywhere and run again. What the site refuses to close is tried again at the
 * end; until then nothing is written about those whom it concerns. Throws SiteError where the site is out of reach.
 */
export async function publish(publishing: Publishing): Promise<Published> {
  const { site, desired, present, plan, hidden, openJournal, onUnclosed, report, watch } = publishing;
  const closures = planClosures(publishing);
  onUnclosed(unclosedOf(closures));
  const [refusals, rest] = apartFromRefusals(plan);
  const closer = writerTo(site, report);
  const refused = await close(
    closures,
    site,
    closer,
    refusals.flatMap(({ list, creates, updates }) => rowWork(closer.addressOf(list), creates, updates)),
  );
  onUnclosed(unclosedOf(refused));
  watch.lap('close access');
  const journal = await openJournal();
  const writer = writerTo(site, report, () => journal.assureLatest());
  const allowed = withoutBarred(rest, allBarred(refused));
  try {
    await writeRest({ ...publishing, plan: allowed }, writer);
  } finally {
    onUnclosed(unclosedOf(await close(refused, site, writer)));
  }
  const open = await stillOpen(closures, site);
  onUnclosed(unclosedOf(open));
  const { wrong, folders } = await verify(site, desired, present.principals, report.progress);
  wrong.forEach((sentence) => report.line(sentence));
  watch.lap('verify');
  const isAccount = ({ stage, kind }: Problem) => stage === findingAccounts && kind === 'refused';
  const ourProblems = [
    ...refused.map(problemOf),
    ...closer.problems,
    ...writer.problems.filter((problem) => !isAccount(problem)),
    ...wrong.map(() => ({ stage: 'Verifying', kind: 'refused', key: '' }) as const),
  ];
  return {
    problems: ourProblems,
    withoutAccount: writer.problems
      .filter(isAccount)
      .map(({ key }) => key)
      .sort(),
    unclosed: unclosedOf(open),
    hidden: joinHidden(hidden, hiddenFolders(writer.problems, folders, [pupilHomeList, pupilRecordsList])),
  };
}

/** Everything but the closures. */
async function writeRest({ plan, desired, present, losing, watch }: Publishing, writer: Writer): Promise<void> {
  const { principals } = present;
  const places = placesOf(present);
  const newKeyIds = await applyKeys(plan.keyChanges.retired, plan.newKeys, writer);
  await applyKeyChanges('Noting who is gone', plan.keyChanges.gone, newKeyIds, writer);
  // What was decided is on record before it opens: a run that is killed in between is carried on without being asked about anew.
  const isAccess = ({ list }: { readonly list: { readonly name: string } }) => list.name === accessList.name;
  await applyRows(plan.lists.filter(isAccess), () => true, writer);
  await applyKeyChanges('Noting who is who', plan.keyChanges.identities, newKeyIds, writer);
  const ids = await applyGroups(plan.groups.groups, desired.adults, principals, writer);
  watch.lap('groups');
  await applyFolders(plan.folders, places, writer);
  const isAdults = ({ list }: { readonly list: { readonly name: string } }) => list.name === adultHomeList.name;
  await applyScopes(
    plan.scopes.scopes.filter((scope) => !isAdults(scope)),
    ids,
    places,
    principals,
    writer,
  );
  watch.lap('folders and scopes');
  await applyRows(
    plan.lists.filter((each) => !isAccess(each)),
    (list, path) => places.has(`${list}:${path}`),
    writer,
  );
  watch.lap('rows');
  for (const adultHomes of plan.lists.filter(isAdults)) await applyAdultHomes(adultHomes, ids, places, losing, writer);
  await applyScopes(plan.scopes.scopes.filter(isAdults), ids, places, principals, writer);
  await applyDeletions(plan.lists, plan.folderDeletes, writer);
  watch.lap('adults and deletions');
}

/** Rows of Access that refuse, and all else. */
function apartFromRefusals(plan: Plan): readonly [readonly ListPlan[], Plan] {
  const isRefusal = ({ fields }: Row) => fields['Decision'] === 'refused';
  const only = (each: ListPlan, isMeant: (row: Row) => boolean): ListPlan => ({
    ...each,
    creates: each.creates.filter(isMeant),
    updates: each.updates.filter(({ row }) => isMeant(row)),
  });
  const isAccess = ({ list }: ListPlan) => list.name === accessList.name;
  return [
    plan.lists.filter(isAccess).map((each) => ({ ...only(each, isRefusal), deletes: [], misplaced: [] })),
    { ...plan, lists: plan.lists.map((each) => (isAccess(each) ? only(each, (row) => !isRefusal(row)) : each)) },
  ];
}

function problemOf({ what, key }: Closure): Problem {
  return { stage: `Closing access, ${what}`, kind: 'refused', key };
}
