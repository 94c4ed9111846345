import { maskOf, permissionLevels, type PermissionLevel } from '../../src/lists/permissions';
import type { Site } from '../site/connection';
import type { CurrentState } from './currentState';
import type { Step } from './step';

/** Permission levels that are missing, or that allow something else than they should. */
export function planLevels(site: Site, current: CurrentState): readonly Step[] {
  return permissionLevels.flatMap((level) => planLevel(site, current, level));
}

function planLevel(site: Site, current: CurrentState, level: PermissionLevel): readonly Step[] {
  const mask = maskOf(level);
  const found = current.levels.get(level.name);
  if (!found) {
    const apply = async () => {
      await site.web.roleDefinitions.add(level.name, level.description, 100, { High: Number(mask.High), Low: Number(mask.Low) });
    };
    return [{ description: `Create the permission level ${level.name}`, apply, isFirst: true }];
  }
  if (found.high === mask.High && found.low === mask.Low) return [];
  const apply = async () => {
    await site.web.roleDefinitions.getById(found.id).update({ BasePermissions: { High: Number(mask.High), Low: Number(mask.Low) } });
  };
  return [{ description: `Set the permission level ${level.name} back to what it should allow`, apply }];
}
