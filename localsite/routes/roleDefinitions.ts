import { readHighLow } from '../objects/masks';
import { deleteRole, findRole, insertRole, rolesOf, updateRole, type Role } from '../store/scopes';
import { isJsonObject, type Json } from '../wire/json';
import type { Segment } from '../wire/path';
import { accessDenied, invalidBody, objectNotFound } from '../wire/errors';
import { demand } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { roleModel } from './roleModels';
import { deleted, noContent, numberArgument, textArgument, type Call, type Reply, type Resource } from './resource';

export function roleDefinitionsResource(call: Call, segment: Segment): Resource {
  if (segment.arguments.length > 0) return roleResource(call, findRole(call.emulator, call.web.site, numberArgument(segment, 'id')));
  const all = () => rolesOf(call.emulator, call.web.site);
  return {
    get: () => {
      demand(call, call.web.scope, 'Open');
      return collectionReply(call, 'SP.ApiData.RoleDefinitions', all().map(roleModel));
    },
    post: () => add(call),
    steps: {
      getbyid: (step) => roleResource(call, findRole(call.emulator, call.web.site, numberArgument(step, 'id'))),
      getbyname: (step) =>
        roleResource(
          call,
          all().find((role) => role.name.toLowerCase() === textArgument(step, 'name').toLowerCase()),
        ),
      getbytype: (step) =>
        roleResource(
          call,
          all().find((role) => role.kind === numberArgument(step, 'roletype')),
        ),
    },
  };
}

function roleResource(call: Call, role: Role | undefined): Resource {
  if (!role) throw objectNotFound();
  return {
    get: () => entityReply(call, roleModel(role)),
    merge: () => merge(call, role),
    delete: () => {
      demand(call, call.web.scope, 'ManagePermissions');
      if (role.kind !== 0) throw accessDenied();
      deleteRole(call.emulator, call.web.site, role.id);
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

function add(call: Call): Reply {
  demand(call, call.web.scope, 'ManagePermissions');
  const { Name: name, Description: description, Order: position, BasePermissions: permissions } = call.entityBody('SP.RoleDefinition');
  if (typeof name !== 'string' || rolesOf(call.emulator, call.web.site).some((role) => role.name.toLowerCase() === name.toLowerCase()))
    throw invalidBody('A level needs a name of its own.');
  const role = insertRole(call.emulator, call.web.site, {
    name,
    description: typeof description === 'string' ? description : '',
    mask: readMask(permissions) ?? BigInt(0),
    position: typeof position === 'number' ? position : 2147483647,
  });
  return createdReply(call, roleModel(role));
}

function merge(call: Call, role: Role): Reply {
  demand(call, call.web.scope, 'ManagePermissions');
  const { Name: name, Description: description, Order: position, BasePermissions: permissions } = call.entityBody('SP.RoleDefinition');
  updateRole(call.emulator, {
    ...role,
    mask: readMask(permissions) ?? role.mask,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof position === 'number' ? { position } : {}),
  });
  return noContent;
}
