import { accessList } from '../../../src/lists/access';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Site } from '../../site/connection';
import type { Report } from '../../report';
import { allBarred, withoutBarred } from './barred';
import { close, planRevocations, stillOpen, unrevokedOf, type Revocation, type Unrevoked } from './revocations';
import { applyGroups, findingAccounts } from './groups';
import { applyKeyChanges, applyKeys } from './keys';
import { applyDeletions, applyRows, rowWork } from './rows';
import { applyAdultHomes, applyFolders, applyScopes, itemIdsByPathOf } from './scopes';
import { batchWriterTo, type Problem, type BatchWriter } from './batchWriter';
import type { DesiredState } from '../desiredState/desiredState';
import type { Row } from '../rows/row';
import { hiddenFolders, joinHidden, type Hidden } from './hidden';
import type { Journal } from '../journal';
import type { Plan } from '../plan/plan';
import type { ListDiff } from '../plan/listDiff';
import type { CurrentState } from '../currentState/currentState';
import type { Timings } from '../timings';
import { verify } from './verify';

export interface Publishing {
  readonly site: Site;
  readonly desiredState: DesiredState;
  readonly currentState: CurrentState;
  readonly plan: Plan;
  /** Keys of adults who lose something. */
  readonly losing: ReadonlySet<string>;
  /** What the account could not see when it read the site. */
  readonly hidden: readonly Hidden[];
  readonly openJournal: () => Promise<Journal>;
  /** Told of what is not known to be closed, from before the first attempt on: a run that breaks off has it to tell. */
  readonly onUnrevoked: (unrevoked: readonly Unrevoked[]) => void;
  readonly report: Report;
  readonly timings: Timings;
}

export interface PublishResult {
  readonly problems: readonly Problem[];
  /** Keys of adults whom the tenant does not know: nothing is wrong with the site. */
  readonly withoutAccount: readonly string[];
  /** Access that should have ended and has not. */
  readonly unrevoked: readonly Unrevoked[];
  readonly hidden: readonly Hidden[];
}

/**
 * Writes the plan: closures, keys, groups, folders with their scopes, rows, adults' own rows, deletions. Every step leaves the site no
 * more open than the export allows, so a run may be killed anywhere and run again. What the site refuses to close is tried again at the
 * end; until then nothing is written about those whom it concerns. Throws SiteError where the site is out of reach.
 */
export async function publish(publishing: Publishing): Promise<PublishResult> {
  const { site, desiredState, currentState, plan, hidden, openJournal, onUnrevoked, report, timings } = publishing;
  const revocations = planRevocations(publishing);
  onUnrevoked(unrevokedOf(revocations));
  const [refusals, rest] = apartFromRefusals(plan);
  const closer = batchWriterTo(site, report);
  const refused = await close(
    revocations,
    site,
    closer,
    refusals.flatMap(({ list, create, update }) => rowWork(closer.addressOf(list), create, update)),
  );
  onUnrevoked(unrevokedOf(refused));
  timings.mark('close access');
  const journal = await openJournal();
  const writer = batchWriterTo(site, report, () => journal.assertLatest());
  const allowed = withoutBarred(rest, allBarred(refused));
  try {
    await writeRest({ ...publishing, plan: allowed }, writer);
  } finally {
    onUnrevoked(unrevokedOf(await close(refused, site, writer)));
  }
  const open = await stillOpen(revocations, site);
  onUnrevoked(unrevokedOf(open));
  const { wrong, folders } = await verify(site, desiredState, currentState.principals, report.progress);
  wrong.forEach((sentence) => report.log(sentence));
  timings.mark('verify');
  return {
    problems: [
      ...refused.map(problemOf),
      ...closer.problems,
      ...writer.problems.filter((problem) => !isUnknownAccount(problem)),
      ...wrong.map(() => ({ stage: 'Verifying', kind: 'refused', key: '' }) as const),
    ],
    withoutAccount: unknownAccounts(writer.problems),
    unrevoked: unrevokedOf(open),
    hidden: joinHidden(hidden, hiddenFolders(writer.problems, folders, [pupilHomeList, pupilRecordsList])),
  };
}

/** Everything but the revocations. */
async function writeRest({ plan, desiredState, currentState, losing, timings }: Publishing, writer: BatchWriter): Promise<void> {
  const { principals } = currentState;
  const itemIdsByPath = itemIdsByPathOf(currentState);
  const newKeyIds = await applyKeys(plan.keyChanges.retired, plan.newKeys, writer);
  await applyKeyChanges('Noting who is gone', plan.keyChanges.gone, newKeyIds, writer);
  // What was decided is on record before it opens: a run that is killed in between is carried on without being asked about anew.
  const isAccess = ({ list }: { readonly list: { readonly name: string } }) => list.name === accessList.name;
  await applyRows(plan.lists.filter(isAccess), () => true, writer);
  await applyKeyChanges('Noting who is who', plan.keyChanges.identities, newKeyIds, writer);
  const ids = await applyGroups(plan.groups.groups, desiredState.adults, principals, writer);
  timings.mark('groups');
  await applyFolders(plan.folders, itemIdsByPath, writer);
  const isAdults = ({ list }: { readonly list: { readonly name: string } }) => list.name === adultHomeList.name;
  await applyScopes(
    plan.scopes.scopes.filter((scope) => !isAdults(scope)),
    ids,
    itemIdsByPath,
    principals,
    writer,
  );
  timings.mark('folders and scopes');
  await applyRows(
    plan.lists.filter((each) => !isAccess(each)),
    (list, path) => itemIdsByPath.has(`${list}:${path}`),
    writer,
  );
  timings.mark('rows');
  for (const adultHomes of plan.lists.filter(isAdults)) await applyAdultHomes(adultHomes, ids, itemIdsByPath, losing, writer);
  await applyScopes(plan.scopes.scopes.filter(isAdults), ids, itemIdsByPath, principals, writer);
  await applyDeletions(plan.lists, plan.folderDeletes, writer);
  timings.mark('adults and deletions');
}

type RowsToWrite = Pick<ListDiff, 'list' | 'create' | 'update'>;

/** Rows of Access that refuse, and all else. */
function apartFromRefusals(plan: Plan): readonly [readonly RowsToWrite[], Plan] {
  const isRefusal = ({ fields }: Row) => fields['Decision'] === 'refused';
  const only = ({ list, create, update }: ListDiff, isMeant: (row: Row) => boolean): RowsToWrite => ({
    list,
    create: create.filter(isMeant),
    update: update.filter(({ row }) => isMeant(row)),
  });
  const isAccess = ({ list }: ListDiff) => list.name === accessList.name;
  return [
    plan.lists.filter(isAccess).map((each) => only(each, isRefusal)),
    { ...plan, lists: plan.lists.map((each) => (isAccess(each) ? { ...each, ...only(each, (row) => !isRefusal(row)) } : each)) },
  ];
}

/** An adult whom the tenant does not know: nothing is wrong with the site. */
function isUnknownAccount({ stage, kind }: Problem): boolean {
  return stage === findingAccounts && kind === 'refused';
}

/** Their keys. */
function unknownAccounts(problems: readonly Problem[]): readonly string[] {
  const keys = problems.filter(isUnknownAccount).map(({ key }) => key);
  return keys.sort();
}

function problemOf({ what, key }: Revocation): Problem {
  return { stage: `Closing access, ${what}`, kind: 'refused', key };
}
