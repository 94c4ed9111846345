import { breakInheritance, grant, hasOwnScope, resetInheritance, revoke, scopeOf, type Securable } from '../security/inheritance';
import { has, limitedAccess, toHighLow } from '../objects/masks';
import { maskOn, viewerFor } from '../security/viewer';
import { type ChangeName, logItemChange, logListChange, logWebChange } from '../store/changes';
import { findByLogin, findPrincipal } from '../store/principals';
import { assignmentsOf, findRole } from '../store/scopes';
import type { Segment } from '../wire/path';
import { accessDenied, invalidBody, objectNotFound, userNotFound } from '../wire/errors';
import { demand } from './listAccess';
import { collectionReply, entityReply, propertyStep, shape, type Model } from './model';
import { roleAssignmentModels } from './roleModels';
import {
  action,
  deleted,
  flagArgument,
  nothing,
  numberArgument,
  reading,
  textArgument,
  type Call,
  type Reply,
  type Resource,
  type Step,
} from './resource';

/** What webs, lists and items have in common: permissions of their own. */
export function securitySteps(call: Call, securable: Securable): Readonly<Record<string, Step>> {
  return {
    roleassignments: (segment) => roleAssignmentsResource(call, securable, segment),
    breakroleinheritance: (segment) => action(() => breakRoles(call, securable, segment)),
    resetroleinheritance: () => action(() => resetRoles(call, securable)),
    getusereffectivepermissions: (segment) => reading(() => effectivePermissions(call, securable, textArgument(segment, 'username'))),
    firstuniqueancestorsecurableobject: () =>
      reading(() => ({
        answer: { shape: 'scalar', name: 'FirstUniqueAncestorSecurableObject', value: hasOwnScope(call.emulator, securable) },
      })),
  };
}

function log(call: Call, securable: Securable, change: ChangeName): void {
  const editor = call.viewer.principal.id;
  if (securable.kind === 'item') logItemChange(call.emulator, call.web, securable.list, securable.item, change, editor);
  else if (securable.kind === 'list') logListChange(call.emulator, call.web, securable.list, change, editor);
  else logWebChange(call.emulator, call.web, change, editor);
}

function breakRoles(call: Call, securable: Securable, segment: Segment): Reply {
  demand(call, scopeOf(securable), 'ManagePermissions');
  breakInheritance(
    call.emulator,
    securable,
    call.viewer.principal.id,
    flagArgument(segment, 'copyroleassignments', 0, false),
    flagArgument(segment, 'clearsubscopes', 1, false),
  );
  log(call, securable, 'scopeAdd');
  return nothing('BreakRoleInheritance');
}

function resetRoles(call: Call, securable: Securable): Reply {
  demand(call, scopeOf(securable), 'ManagePermissions');
  resetInheritance(call.emulator, securable);
  log(call, securable, 'scopeDelete');
  return nothing('ResetRoleInheritance');
}

/** Another's permissions need EnumeratePermissions; a plain reader gets 403 (A15, from an issue thread). */
function effectivePermissions(call: Call, securable: Securable, login: string): Reply {
  demand(call, scopeOf(securable), 'EnumeratePermissions');
  const user = findByLogin(call.emulator, call.web.site, login);
  if (!user || user.kind === 'group') throw userNotFound();
  const mask = maskOn(call.emulator, viewerFor(call.emulator, call.web.site, user), scopeOf(securable));
  return { answer: { shape: 'complex', name: 'GetUserEffectivePermissions', type: 'SP.BasePermissions', properties: toHighLow(mask) } };
}

function roleAssignmentsResource(call: Call, securable: Securable, segment: Segment): Resource {
  if (segment.arguments.length > 0) return assignmentResource(call, securable, numberArgument(segment, 'principalid'));
  return {
    get: () => collectionReply(call, 'SP.ApiData.RoleAssignments', roleAssignmentModels(call, securable)),
    steps: {
      addroleassignment: (step) =>
        action(() => addAssignment(call, securable, numberArgument(step, 'principalid'), numberArgument(step, 'roledefid', 1))),
      removeroleassignment: (step) =>
        action(() => removeAssignment(call, securable, numberArgument(step, 'principalid'), numberArgument(step, 'roledefid', 1))),
      getbyprincipalid: (step) => assignmentResource(call, securable, numberArgument(step, 'principalid')),
      getbyprincipal: (step) => assignmentResource(call, securable, numberArgument(step, 'principalid')),
    },
  };
}

/** Granting on an object that inherits is refused: its permissions are its parent's. [K] */
function demandOwn(call: Call, securable: Securable): void {
  demand(call, scopeOf(securable), 'ManagePermissions');
  const isRootWeb = securable.kind === 'web' && securable.web.parent === null;
  if (!isRootWeb && !hasOwnScope(call.emulator, securable))
    throw invalidBody('You cannot grant a user permission on an object that is inheriting permissions.');
}

function addAssignment(call: Call, securable: Securable, principal: number, role: number): Reply {
  demandOwn(call, securable);
  const { site } = call.web;
  const level = findRole(call.emulator, site, role);
  if (!findPrincipal(call.emulator, site, principal) || !level) throw objectNotFound();
  // Nobody hands out more than they hold.
  if (!has(maskOn(call.emulator, call.viewer, scopeOf(securable)), 'ManagePermissions')) throw accessDenied();
  if (role === limitedAccess) throw invalidBody('You cannot grant Limited Access.');
  grant(call.emulator, securable, principal, role);
  log(call, securable, 'assignmentAdd');
  return nothing('AddRoleAssignment');
}

function removeAssignment(call: Call, securable: Securable, principal: number, role: number): Reply {
  demandOwn(call, securable);
  if (!revoke(call.emulator, securable, principal, role)) throw objectNotFound();
  log(call, securable, 'assignmentDelete');
  return nothing('RemoveRoleAssignment');
}

function assignmentResource(call: Call, securable: Securable, principal: number): Resource {
  const find = (): Model => {
    const model = roleAssignmentModels(call, securable).find((one) => one.properties.PrincipalId === principal);
    if (!model) throw objectNotFound();
    return model;
  };
  return {
    get: () => entityReply(call, find()),
    delete: () => {
      find();
      demandOwn(call, securable);
      for (const one of assignmentsOf(call.emulator, scopeOf(securable))) {
        if (one.principal === principal) revoke(call.emulator, securable, principal, one.role);
      }
      log(call, securable, 'assignmentDelete');
      return deleted;
    },
    steps: {
      roledefinitionbindings: () => ({ get: () => bindings(find()) }),
    },
    otherwise: (segment) => expandStep(call, find(), segment),
  };
}

function bindings(model: Model): Reply {
  const set = model.navigation?.RoleDefinitionBindings?.();
  const items = set && 'models' in set ? set.models.map((one) => shape(one)) : [];
  return { answer: { shape: 'collection', set: 'SP.ApiData.RoleDefinitions', items } };
}

function expandStep(call: Call, model: Model, segment: Segment): Resource | undefined {
  if (segment.name !== 'member') return propertyStep(model, segment.name);
  const member = model.navigation?.Member?.();
  return member && 'editLink' in member ? { get: () => entityReply(call, member) } : undefined;
}
