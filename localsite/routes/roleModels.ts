import { scopeOf, type Securable } from '../security/inheritance';
import { toHighLow } from '../objects/masks';
import { findPrincipal } from '../store/principals';
import { assignmentsOf, findRole, type Role } from '../store/scopes';
import { requirePermission } from './listAccess';
import type { Model, ModelSet } from './model';
import { principalModel } from './principalModels';
import type { RequestContext } from './resource';

/** The 7 recorded properties of a role definition; High and Low are decimal strings (docs/sharepoint-facts.md, A15). */
export function roleModel(role: Role): Model {
  return {
    type: 'SP.RoleDefinition',
    set: 'SP.ApiData.RoleDefinitions',
    editLink: `Web/RoleDefinitions(${role.id})`,
    properties: {
      BasePermissions: toHighLow(role.mask),
      Description: role.description,
      Hidden: role.hidden,
      Id: role.id,
      Name: role.name,
      Order: role.position,
      RoleTypeKind: role.kind,
    },
  };
}

function editLinkOf(securable: Securable): string {
  if (securable.kind === 'web') return 'Web';
  const list = `Web/Lists(guid'${securable.list.id}')`;
  return securable.kind === 'list' ? list : `${list}/Items(${securable.item.id})`;
}

/** Who holds what. Reading it needs EnumeratePermissions: a reader gets 403 (docs/sharepoint-facts.md, A15, measured). */
export function roleAssignmentModels(context: RequestContext, securable: Securable): readonly Model[] {
  const scope = scopeOf(securable);
  requirePermission(context, scope, 'EnumeratePermissions');
  const byPrincipal = new Map<number, number[]>();
  for (const { principal, role } of assignmentsOf(context.emulator, scope))
    byPrincipal.set(principal, [...(byPrincipal.get(principal) ?? []), role]);
  return [...byPrincipal].map(([principal, roles]) => assignmentModel(context, securable, principal, roles));
}

export function roleAssignmentSet(context: RequestContext, securable: Securable): ModelSet {
  return { set: 'SP.ApiData.RoleAssignments', models: roleAssignmentModels(context, securable) };
}

function assignmentModel(context: RequestContext, securable: Securable, principal: number, roles: readonly number[]): Model {
  return {
    type: 'SP.RoleAssignment',
    set: 'SP.ApiData.RoleAssignments',
    editLink: `${editLinkOf(securable)}/RoleAssignments/GetByPrincipalId(${principal})`,
    properties: { PrincipalId: principal },
    navigation: {
      Member: () => {
        const found = findPrincipal(context.emulator, context.web.site, principal);
        return found ? principalModel(context, found) : null;
      },
      RoleDefinitionBindings: () => ({
        set: 'SP.ApiData.RoleDefinitions',
        models: roles.flatMap((id) => findRole(context.emulator, context.web.site, id) ?? []).map(roleModel),
      }),
    },
  };
}
