import { listUrl } from '../../src/lists/index';
import type { ListDefinition } from '../../src/lists/define';
import { ownRowsLevel, siteGroups } from '../../src/lists/permissions';
import type { Site } from '../site/connection';
import type { Grant } from '../site/roles';
import type { Present, PresentList } from './present';
import type { Principals } from './principals';
import type { Step } from './step';

interface WantedGrant {
  readonly group: string;
  readonly level: string;
}

const fullControl = 'Full Control';

/** Breaks inheritance of a list that does not inherit, and leaves on it exactly the groups that belong there. */
export function planClosing(site: Site, list: ListDefinition, present: Present, principals: Principals): readonly Step[] {
  if (list.access.kind === 'inherited') return [];
  const found = present.lists.get(list.name);
  const wanted = wantedGrants(list);
  if (!found?.HasUniqueRoleAssignments) {
    return [{ words: closingWords(list, found), apply: () => close(site, list, present, principals, wanted) }];
  }
  return [
    ...wanted.filter((each) => !holds(found, each)).map((each) => grantStep(site, list, principals, each)),
    ...found.grants.filter((grant) => !belongs(grant, list, wanted, present)).map((grant) => revokeStep(site, list, grant)),
  ];
}

function wantedGrants(list: ListDefinition): readonly WantedGrant[] {
  const masters = [siteGroups.owners, siteGroups.publisher].map((group) => ({ group: group.title, level: fullControl }));
  return list.access.kind === 'own rows' ? [...masters, { group: siteGroups.staff.title, level: ownRowsLevel.name }] : masters;
}

function closingWords(list: ListDefinition, found: PresentList | undefined): string {
  if (!found || found.ItemCount === 0) return `Close ${list.title}: only the groups that belong there`;
  return (
    `CLOSE ${list.title} AGAIN: it has lost its own permissions while it held ${found.ItemCount} rows. ` +
    'Until now everybody who may read the site could read them. Find out who changed it'
  );
}

async function close(
  site: Site,
  list: ListDefinition,
  present: Present,
  principals: Principals,
  wanted: readonly WantedGrant[],
): Promise<void> {
  const onSite = site.web.getList(listUrl(site.path, list));
  await onSite.breakRoleInheritance(false, false);
  for (const { group, level } of wanted) {
    await onSite.roleAssignments.add(await principals.groupId(group), await principals.levelId(level));
  }
  if (present.caller.isCovered) await onSite.roleAssignments.remove(present.caller.id, await principals.levelId(fullControl));
}

function holds(found: PresentList, wanted: WantedGrant): boolean {
  return found.grants.some(
    (grant) => grant.isGroup && grant.title === wanted.group && grant.levels.some((level) => level.name === wanted.level),
  );
}

function grantStep(site: Site, list: ListDefinition, principals: Principals, wanted: WantedGrant): Step {
  const apply = async () => {
    await site.web
      .getList(listUrl(site.path, list))
      .roleAssignments.add(await principals.groupId(wanted.group), await principals.levelId(wanted.level));
  };
  return { words: `Give ${wanted.group} the level ${wanted.level} on ${list.title}`, apply };
}

function revokeStep(site: Site, list: ListDefinition, grant: Grant): Step {
  const apply = async () => {
    for (const level of grant.levels) await site.web.getList(listUrl(site.path, list)).roleAssignments.remove(grant.principalId, level.id);
  };
  return { words: `Take ${grant.isGroup ? 'a group' : 'a person'} off ${list.title} that does not belong there`, apply };
}

/** Adults' own groups stand on a list of own rows only, and only with that level. */
function belongs(grant: Grant, list: ListDefinition, wanted: readonly WantedGrant[], present: Present): boolean {
  if (!grant.isGroup) return grant.principalId === present.caller.id && !present.caller.isCovered;
  if (wanted.some((each) => each.group === grant.title)) return true;
  const isAdult = /^A-[a-z0-9]+$/.test(grant.title);
  return isAdult && list.access.kind === 'own rows' && grant.levels.every((level) => level.name === ownRowsLevel.name);
}
