import { readHighLow } from '../objects/masks';
import { deleteRole, findRole, insertRole, rolesOf, updateRole, type Role } from '../store/scopes';
import { isJsonObject, type Json } from '../wire/json';
import type { Segment } from '../wire/path';
import { accessDenied, invalidBody, objectNotFound } from '../wire/errors';
import { requirePermission } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { roleModel } from './roleModels';
import { deleted, noContent, numberArgument, textArgument, type RequestContext, type Reply, type Resource } from './resource';

export function roleDefinitionsResource(context: RequestContext, segment: Segment): Resource {
  if (segment.arguments.length > 0)
    return roleResource(context, findRole(context.emulator, context.web.site, numberArgument(segment, 'id')));
  const all = () => rolesOf(context.emulator, context.web.site);
  return {
    get: () => {
      requirePermission(context, context.web.scope, 'Open');
      return collectionReply(context, 'SP.ApiData.RoleDefinitions', all().map(roleModel));
    },
    post: () => add(context),
    steps: {
      getbyid: (step) => roleResource(context, findRole(context.emulator, context.web.site, numberArgument(step, 'id'))),
      getbyname: (step) =>
        roleResource(
          context,
          all().find((role) => role.name.toLowerCase() === textArgument(step, 'name').toLowerCase()),
        ),
      getbytype: (step) =>
        roleResource(
          context,
          all().find((role) => role.kind === numberArgument(step, 'roletype')),
        ),
    },
  };
}

function roleResource(context: RequestContext, role: Role | undefined): Resource {
  if (!role) throw objectNotFound();
  return {
    get: () => entityReply(context, roleModel(role)),
    merge: () => merge(context, role),
    delete: () => {
      requirePermission(context, context.web.scope, 'ManagePermissions');
      if (role.kind !== 0) throw accessDenied();
      deleteRole(context.emulator, context.web.site, role.id);
      return deleted;
    },
    otherwise: (segment) => propertyStep(roleModel(role), segment.name),
  };
}

function readMask(value: Json | undefined): bigint | undefined {
  if (value === undefined) return undefined;
  const mask = isJsonObject(value) ? readHighLow(value) : undefined;
  if (mask === undefined) throw invalidBody('BasePermissions needs High and Low.');
  return mask;
}

function add(context: RequestContext): Reply {
  requirePermission(context, context.web.scope, 'ManagePermissions');
  const { Name: name, Description: description, Order: position, BasePermissions: permissions } = context.entityBody('SP.RoleDefinition');
  if (
    typeof name !== 'string' ||
    rolesOf(context.emulator, context.web.site).some((role) => role.name.toLowerCase() === name.toLowerCase())
  )
    throw invalidBody('A level needs a name of its own.');
  const role = insertRole(context.emulator, context.web.site, {
    name,
    description: typeof description === 'string' ? description : '',
    mask: readMask(permissions) ?? BigInt(0),
    position: typeof position === 'number' ? position : 2147483647,
  });
  return createdReply(context, roleModel(role));
}

function merge(context: RequestContext, role: Role): Reply {
  requirePermission(context, context.web.scope, 'ManagePermissions');
  const { Name: name, Description: description, Order: position, BasePermissions: permissions } = context.entityBody('SP.RoleDefinition');
  updateRole(context.emulator, {
    ...role,
    mask: readMask(permissions) ?? role.mask,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof position === 'number' ? { position } : {}),
  });
  return noContent;
}
