import '@pnp/sp/security';
import type { IRoleAssignments } from '@pnp/sp/security';
import * as v from 'valibot';

/** Who holds which levels on one scope. */
export interface Grant {
  readonly principalId: number;
  /** Title of a group, or of a user. */
  readonly title: string;
  readonly isGroup: boolean;
  /** Names and ids of the levels, without the Limited Access that SharePoint adds by itself for grants further down. */
  readonly levels: readonly Level[];
}

export interface Level {
  readonly id: number;
  readonly name: string;
}

/** SharePoint's RoleTypeKind of Limited Access and of its web-only sibling. */
const limitedAccessKinds = [1, 9];
const groupPrincipal = 8;

const grantRows = v.array(
  v.object({
    PrincipalId: v.number(),
    Member: v.object({ Title: v.string(), PrincipalType: v.number() }),
    RoleDefinitionBindings: v.array(v.object({ Id: v.number(), Name: v.string(), RoleTypeKind: v.number() })),
  }),
);

/** Reads the grants on a scope. Principals with nothing but Limited Access are left out: they hold nothing here. */
export async function readGrants(roleAssignments: IRoleAssignments): Promise<readonly Grant[]> {
  const rows = await roleAssignments
    .select(
      'PrincipalId',
      'Member/Title',
      'Member/PrincipalType',
      'RoleDefinitionBindings/Id',
      'RoleDefinitionBindings/Name',
      'RoleDefinitionBindings/RoleTypeKind',
    )
    .expand('Member', 'RoleDefinitionBindings')();
  return v
    .parse(grantRows, rows)
    .map(toGrant)
    .filter((grant) => grant.levels.length > 0);
}

function toGrant(row: v.InferOutput<typeof grantRows>[number]): Grant {
  return {
    principalId: row.PrincipalId,
    title: row.Member.Title,
    isGroup: row.Member.PrincipalType === groupPrincipal,
    levels: row.RoleDefinitionBindings.filter((binding) => !limitedAccessKinds.includes(binding.RoleTypeKind)).map((binding) => ({
      id: binding.Id,
      name: binding.Name,
    })),
  };
}
