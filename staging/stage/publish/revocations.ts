import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/define';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Operation } from '../../site/batch';
import type { Site } from '../../site/connection';
import { isInGroup, removeMember } from '../../site/groups';
import { holdsOther, isItemThere, recycleItem, updateItem } from '../../site/items';
import { holdsLevel, revoke } from '../../site/scopes';
import type { DesiredState } from '../desiredState/desiredState';
import type { MemberOut } from '../plan/adultGroups';
import type { Plan } from '../plan/plan';
import type { Removal } from '../plan/scopes';
import { scopeName, type CurrentState } from '../currentState/currentState';
import type { SiteRow } from '../rows/siteRow';
import type { Barred } from './barred';
import { fieldsOf } from './rows';
import type { WriteTask, BatchWriter } from './batchWriter';

/** Something that ends access, and what has to wait until it is done. */
export interface Revocation extends Unrevoked, Barred {
  readonly close: Operation<unknown>;
  /** Asks the site: is it still open? */
  readonly isOpen: Operation<boolean>;
}

/** What somebody can still read and must not, in opaque words. */
export interface Unrevoked {
  readonly what: 'permission' | 'group member' | 'misplaced row' | 'row of an adult';
  /** The list; '' for the member of a group. */
  readonly list: string;
  /** Folder or row of the list, or the adult whose group it is. */
  readonly key: string;
}

export interface RevocationInput {
  readonly site: Site;
  readonly plan: Plan;
  readonly desiredState: DesiredState;
  readonly currentState: CurrentState;
  /** Keys of adults who lose something. */
  readonly losing: ReadonlySet<string>;
}

/**
 * What ends access, before all else: grants that are no longer right, members of groups that are no longer theirs, rows where others
 * could read them, what adults without access were told about their children.
 */
export function planRevocations(closing: RevocationInput): readonly Revocation[] {
  const {
    plan: { scopes, groups, lists },
  } = closing;
  return [
    ...scopes.removals.map((removal) => grantRevocation(removal, closing)),
    ...groups.membersOut.map((out) => memberRevocation(out, closing)),
    ...lists.flatMap(({ list, misplaced }) => misplaced.map((row) => misplacedRevocation(list, row, closing))),
    ...adultHomeRevocations(closing),
  ];
}

function grantRevocation({ list, itemId, principalId, levelId }: Removal, { site, currentState }: RevocationInput): Revocation {
  const securable = { address: listUrl(site.path, list), itemId };
  const path = pathOf(list, itemId, currentState);
  return {
    what: 'permission',
    list: list.name,
    key: path,
    ...(list.name === adultHomeList.name ? aboutAdult(path) : aboutPupils([path])),
    close: revoke(securable, principalId, levelId),
    isOpen: holdsLevel(securable, principalId, levelId),
  };
}

/** Whoever should not be in a group reads everything that the group reads, now and after this run. */
function memberRevocation({ groupId, userId }: MemberOut, { desiredState, currentState }: RevocationInput): Revocation {
  const title = [...currentState.principals.adultGroups.values()].find(({ id }) => id === groupId)?.title ?? '';
  const adultKey = title.replace(/^A-/, '');
  const now = [
    [pupilHomeList, currentState.pupilHome.folders],
    [pupilRecordsList, currentState.pupilRecords.folders],
  ] as const;
  const readNow = now.flatMap(([list, folders]) =>
    folders
      .filter(({ id }) => currentState.grants.get(scopeName(list, id))?.some(({ principalId }) => principalId === groupId))
      .map(({ path }) => path),
  );
  const readThen = [...desiredState.homeScopes, ...desiredState.recordScopes, ...desiredState.areaScopes]
    .filter(({ adultKeys }) => adultKeys.includes(adultKey))
    .map(({ path }) => path);
  return {
    what: 'group member',
    list: '',
    key: adultKey,
    ...aboutPupils([...readNow, ...readThen]),
    ...aboutOneAdult(adultKey),
    close: removeMember(groupId, userId),
    isOpen: isInGroup(groupId, userId),
  };
}

/** Readers of the folder see a row of another pupil: nobody else may be let into that folder, nor the pupil's rows be made anew. */
function misplacedRevocation(list: ListDefinition, row: SiteRow, { site }: RevocationInput): Revocation {
  const address = listUrl(site.path, list);
  return {
    what: 'misplaced row',
    list: list.name,
    key: row.key,
    ...aboutPupils([row.folder, row.key.replace(/\..*/, '')]),
    close: recycleItem(address, row.id),
    isOpen: isItemThere(address, row.id),
  };
}

/** Rows of Adult Home: deleted for adults without access, rewritten first for those who lose a child or an area. */
function adultHomeRevocations({ site, plan, losing }: RevocationInput): readonly Revocation[] {
  const adultHomes = plan.lists.find(({ list }) => list.name === adultHomeList.name);
  const address = listUrl(site.path, adultHomeList);
  const about = (key: string) => ({ what: 'row of an adult', list: adultHomeList.name, key, ...aboutAdult(key) }) as const;
  return [
    ...(adultHomes?.delete ?? []).map(({ id, key }) => ({
      ...about(key),
      close: recycleItem(address, id),
      isOpen: isItemThere(address, id),
    })),
    ...(adultHomes?.update ?? [])
      .filter(({ row }) => losing.has(row.key))
      .map(({ id, row }) => ({
        ...about(row.key),
        close: updateItem(address, id, fieldsOf(row)),
        isOpen: holdsOther(address, id, row.hash),
      })),
  ];
}

function pathOf(list: ListDefinition, itemId: number, { pupilHome, pupilRecords, adultHome }: CurrentState): string {
  if (list.name === adultHomeList.name) return adultHome.rows.find(({ id }) => id === itemId)?.key ?? '';
  const { folders } = list.name === pupilHomeList.name ? pupilHome : pupilRecords;
  return folders.find(({ id }) => id === itemId)?.path ?? '';
}

function aboutPupils(paths: readonly string[]): Barred {
  return { pupils: new Set(paths.map((path) => path.replace(/\/.*/, ''))), adults: new Set() };
}

function aboutAdult(key: string): Barred {
  return { pupils: new Set(), ...aboutOneAdult(key) };
}

function aboutOneAdult(key: string): Pick<Barred, 'adults'> {
  return { adults: new Set([key]) };
}

/**
 * Tries to close. Answers what the site refused and says is open, or of which it says nothing. Notes travel in the same request, behind the
 * closures: a run that is killed after it has both closed and noted why.
 */
export async function close(
  revocations: readonly Revocation[],
  site: Site,
  writer: BatchWriter,
  notes: readonly WriteTask<unknown>[] = [],
): Promise<readonly Revocation[]> {
  const outcomes = await writer.attempt('Closing access', [
    ...revocations.map(({ key, close: operation }) => ({ key, operation })),
    ...notes,
  ]);
  const unnoted = notes.filter((_, index) => !outcomes[revocations.length + index]?.ok);
  await writer.write('Noting why access is closed', unnoted);
  return stillOpen(
    revocations.filter((_, index) => !outcomes[index]?.ok),
    site,
  );
}

/** Asks the site about each: an answer that went well is not yet a door that is closed. */
export async function stillOpen(revocations: readonly Revocation[], site: Site): Promise<readonly Revocation[]> {
  const answers = await site.batch(revocations.map(({ isOpen }) => isOpen));
  return revocations.filter((_, index) => {
    const answer = answers[index];
    return !answer?.ok || answer.value;
  });
}

export function unrevokedOf(revocations: readonly Revocation[]): readonly Unrevoked[] {
  return revocations.map(({ what, list, key }) => ({ what, list, key }));
}
