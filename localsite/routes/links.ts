import type { List } from '../objects/list';

/** Edit links, relative to `_api/`. */
export function listLink(list: List): string {
  return `Web/Lists(guid'${list.id}')`;
}

export function itemLink(list: List, id: number): string {
  return `${listLink(list)}/Items(${id})`;
}

/** `SP.Data.AttendanceListItem`. */
export function itemType(list: List): string {
  return `SP.Data.${list.entityName}Item`;
}
