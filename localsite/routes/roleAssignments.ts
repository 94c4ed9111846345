import { breakInheritance, grant, hasOwnScope, resetInheritance, revoke, scopeOf, type Securable } from '../security/inheritance';
import { has, limitedAccess, toHighLow } from '../objects/masks';
import { maskOn, viewerFor } from '../security/viewer';
import { type ChangeName, logItemChange, logListChange, logWebChange } from '../store/changes';
import { findByLogin, findPrincipal } from '../store/principals';
import { assignmentsOf, findRole } from '../store/scopes';
import type { Segment } from '../wire/path';
import { accessDenied, invalidBody, objectNotFound, userNotFound } from '../wire/errors';
import { requirePermission } from './listAccess';
import { collectionReply, entityReply, propertyStep, shape, type Model } from './model';
import { roleAssignmentModels } from './roleModels';
import {
  action,
  deleted,
  flagArgument,
  nothing,
  numberArgument,
  reading,
  stepIn,
  textArgument,
  type RequestContext,
  type Reply,
  type Resource,
  type StepTable,
} from './resource';

/** Something with permissions, in a request. */
interface SecurablePlace {
  readonly context: RequestContext;
  readonly securable: Securable;
}

/** What webs, lists and items have in common: permissions of their own. */
export function securityStep(context: RequestContext, securable: Securable, segment: Segment): Resource | undefined {
  return stepIn(securitySteps, { context, securable }, segment);
}

const securitySteps: StepTable<SecurablePlace> = {
  roleassignments: ({ context, securable }, segment) => roleAssignmentsResource(context, securable, segment),
  breakroleinheritance: ({ context, securable }, segment) => action(() => breakRoles(context, securable, segment)),
  resetroleinheritance: ({ context, securable }) => action(() => resetRoles(context, securable)),
  getusereffectivepermissions: ({ context, securable }, segment) =>
    reading(() => effectivePermissions(context, securable, textArgument(segment, 'username'))),
  firstuniqueancestorsecurableobject: ({ context, securable }) =>
    reading(() => ({
      answer: { shape: 'scalar', name: 'FirstUniqueAncestorSecurableObject', value: hasOwnScope(context.emulator, securable) },
    })),
};

function log(context: RequestContext, securable: Securable, change: ChangeName): void {
  const editor = context.viewer.principal.id;
  if (securable.kind === 'item') logItemChange(context.emulator, context.web, securable.list, securable.item, change, editor);
  else if (securable.kind === 'list') logListChange(context.emulator, context.web, securable.list, change, editor);
  else logWebChange(context.emulator, context.web, change, editor);
}

function breakRoles(context: RequestContext, securable: Securable, segment: Segment): Reply {
  requirePermission(context, scopeOf(securable), 'ManagePermissions');
  breakInheritance(
    context.emulator,
    securable,
    context.viewer.principal.id,
    flagArgument(segment, 'copyroleassignments', 0, false),
    flagArgument(segment, 'clearsubscopes', 1, false),
  );
  log(context, securable, 'scopeAdd');
  return nothing('BreakRoleInheritance');
}

function resetRoles(context: RequestContext, securable: Securable): Reply {
  requirePermission(context, scopeOf(securable), 'ManagePermissions');
  resetInheritance(context.emulator, securable);
  log(context, securable, 'scopeDelete');
  return nothing('ResetRoleInheritance');
}

/** Another's permissions need EnumeratePermissions; a plain reader gets 403 (docs/sharepoint-facts.md, A15, from an issue thread). */
function effectivePermissions(context: RequestContext, securable: Securable, login: string): Reply {
  requirePermission(context, scopeOf(securable), 'EnumeratePermissions');
  const user = findByLogin(context.emulator, context.web.site, login);
  if (!user || user.kind === 'group') throw userNotFound();
  const mask = maskOn(context.emulator, viewerFor(context.emulator, context.web.site, user), scopeOf(securable));
  return { answer: { shape: 'complex', name: 'GetUserEffectivePermissions', type: 'SP.BasePermissions', properties: toHighLow(mask) } };
}

function roleAssignmentsResource(context: RequestContext, securable: Securable, segment: Segment): Resource {
  if (segment.arguments.length > 0) return assignmentResource(context, securable, numberArgument(segment, 'principalid'));
  return {
    get: () => collectionReply(context, 'SP.ApiData.RoleAssignments', roleAssignmentModels(context, securable)),
    steps: {
      addroleassignment: (step) =>
        action(() => addAssignment(context, securable, numberArgument(step, 'principalid'), numberArgument(step, 'roledefid', 1))),
      removeroleassignment: (step) =>
        action(() => removeAssignment(context, securable, numberArgument(step, 'principalid'), numberArgument(step, 'roledefid', 1))),
      getbyprincipalid: (step) => assignmentResource(context, securable, numberArgument(step, 'principalid')),
      getbyprincipal: (step) => assignmentResource(context, securable, numberArgument(step, 'principalid')),
    },
  };
}

/** Granting on an object that inherits is refused: its permissions are its parent's. [K] */
function requireOwnPermissions(context: RequestContext, securable: Securable): void {
  requirePermission(context, scopeOf(securable), 'ManagePermissions');
  const isRootWeb = securable.kind === 'web' && securable.web.parent === null;
  if (!isRootWeb && !hasOwnScope(context.emulator, securable))
    throw invalidBody('You cannot grant a user permission on an object that is inheriting permissions.');
}

function addAssignment(context: RequestContext, securable: Securable, principal: number, role: number): Reply {
  requireOwnPermissions(context, securable);
  const { site } = context.web;
  const level = findRole(context.emulator, site, role);
  if (!findPrincipal(context.emulator, site, principal) || !level) throw objectNotFound();
  // Nobody hands out more than they hold.
  if (!has(maskOn(context.emulator, context.viewer, scopeOf(securable)), 'ManagePermissions')) throw accessDenied();
  if (role === limitedAccess) throw invalidBody('You cannot grant Limited Access.');
  grant(context.emulator, securable, principal, role);
  log(context, securable, 'assignmentAdd');
  return nothing('AddRoleAssignment');
}

function removeAssignment(context: RequestContext, securable: Securable, principal: number, role: number): Reply {
  requireOwnPermissions(context, securable);
  if (!revoke(context.emulator, securable, principal, role)) throw objectNotFound();
  log(context, securable, 'assignmentDelete');
  return nothing('RemoveRoleAssignment');
}

function assignmentResource(context: RequestContext, securable: Securable, principal: number): Resource {
  const find = (): Model => {
    const model = roleAssignmentModels(context, securable).find((one) => one.properties.PrincipalId === principal);
    if (!model) throw objectNotFound();
    return model;
  };
  return {
    get: () => entityReply(context, find()),
    delete: () => {
      find();
      requireOwnPermissions(context, securable);
      for (const one of assignmentsOf(context.emulator, scopeOf(securable))) {
        if (one.principal === principal) revoke(context.emulator, securable, principal, one.role);
      }
      log(context, securable, 'assignmentDelete');
      return deleted;
    },
    steps: {
      roledefinitionbindings: () => ({ get: () => bindings(find()) }),
    },
    otherwise: (segment) => expandStep(context, find(), segment),
  };
}

function bindings(model: Model): Reply {
  const set = model.navigation?.RoleDefinitionBindings?.();
  const items = set && 'models' in set ? set.models.map((one) => shape(one)) : [];
  return { answer: { shape: 'collection', set: 'SP.ApiData.RoleDefinitions', items } };
}

function expandStep(context: RequestContext, model: Model, segment: Segment): Resource | undefined {
  if (segment.name !== 'member') return propertyStep(model, segment.name);
  const member = model.navigation?.Member?.();
  return member && 'editLink' in member ? { get: () => entityReply(context, member) } : undefined;
}
