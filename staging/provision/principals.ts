import * as v from 'valibot';
import type { Site } from '../site/connection';

/** Ids of groups and levels by their names, asked of the site when needed: a step before may just have made them. */
export interface Principals {
  groupId(title: string): Promise<number>;
  levelId(name: string): Promise<number>;
}

const withId = v.object({ Id: v.number() });

export function principalsOf(site: Site): Principals {
  const known = new Map<string, number>();
  const remember = async (key: string, read: () => Promise<unknown>): Promise<number> => {
    const id = known.get(key) ?? v.parse(withId, await read()).Id;
    known.set(key, id);
    return id;
  };
  return {
    groupId: (title) => remember(`group ${title}`, () => site.web.siteGroups.getByName(title).select('Id')()),
    levelId: (name) => remember(`level ${name}`, () => site.web.roleDefinitions.getByName(name).select('Id')()),
  };
}
