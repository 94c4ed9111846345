import { listUrl } from '../../src/lists/index';
import type { ListDefinition } from '../../src/lists/define';
import { ownRowsLevel, siteGroups } from '../../src/lists/permissions';
import type { Site } from '../site/connection';
import type { Grant } from '../site/roles';
import type { CurrentList, CurrentState } from './currentState';
import { administratorGrants, closeTo, planClosing, planGrants, type WantedGrant } from './ownPermissions';
import type { Principals } from './principals';
import type { Step } from './step';

/** Breaks inheritance of a list that does not inherit, and leaves on it exactly the groups that belong there. */
export function planRevocations(site: Site, list: ListDefinition, current: CurrentState, principals: Principals): readonly Step[] {
  if (list.access.kind === 'inherited') return [];
  const found = current.lists.get(list.name);
  const target = site.web.getList(listUrl(site.path, list));
  const wanted = wantedGrants(list);
  const description = closingDescription(list, found);
  if (!found) return [{ description, apply: () => closeTo(target, wanted, current.caller, principals) }];
  if (!found.HasUniqueRoleAssignments) return planClosing({ name: list.title, target, wanted, description }, current.caller, principals);
  const mayStay = (grant: Grant): boolean => isAdultOnOwnRows(grant, list);
  return planGrants({ name: list.title, target, found: found.grants, wanted, mayStay }, current.caller, principals);
}

function wantedGrants(list: ListDefinition): readonly WantedGrant[] {
  if (list.access.kind !== 'own rows') return administratorGrants;
  return [...administratorGrants, { group: siteGroups.staff.title, level: ownRowsLevel.name }];
}

function closingDescription(list: ListDefinition, found: CurrentList | undefined): string {
  if (!found || found.ItemCount === 0) return `Close ${list.title}: only the groups that belong there`;
  return (
    `CLOSE ${list.title} AGAIN: it has lost its own permissions while it held ${found.ItemCount} rows. ` +
    'Until now everybody who may read the site could read them. Find out who changed it'
  );
}

/** Adults' own groups stand on a list of own rows only, and only with that level. */
function isAdultOnOwnRows(grant: Grant, list: ListDefinition): boolean {
  const isAdult = grant.isGroup && /^A-[a-z0-9]+$/.test(grant.title);
  return isAdult && list.access.kind === 'own rows' && grant.levels.every((level) => level.name === ownRowsLevel.name);
}
