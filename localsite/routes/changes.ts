import { visibleItem } from '../security/visibility';
import { may } from '../security/viewer';
import { changesAfter, changeToken, readChangeToken, type Change } from '../store/changes';
import { findItem } from '../store/items';
import { findListByNo } from '../store/lists';
import type { List } from '../objects/list';
import { findPrincipal } from '../store/principals';
import { findScope } from '../store/scopes';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { invalidBody } from '../wire/errors';
import type { Model } from './model';
import { shape } from './model';
import { action, type RequestContext, type Reply, type Resource } from './resource';
import { canSeeList } from '../security/visibility';

/** `getchanges` of a list, or of the whole web. */
export function changesResource(context: RequestContext, list: List | undefined): Resource {
  return action(() => readChanges(context, list));
}

const max = 1000;

/** Which flags of the query let which kinds of change through. */
const flags: Readonly<Record<string, readonly number[]>> = {
  Add: [1],
  Update: [2],
  DeleteObject: [3],
  Rename: [4],
  Move: [5, 6],
  Restore: [7],
  RoleDefinitionAdd: [8],
  RoleDefinitionDelete: [9],
  RoleDefinitionUpdate: [10],
  RoleAssignmentAdd: [11],
  RoleAssignmentDelete: [12],
  GroupMembershipAdd: [13],
  GroupMembershipDelete: [14],
  SystemUpdate: [15],
};

function readChanges(context: RequestContext, list: List | undefined): Reply {
  const { query } = context.methodBody();
  if (!isJsonObject(query)) throw invalidBody('getchanges needs a query.');
  const start = isJsonObject(query.ChangeTokenStart) ? query.ChangeTokenStart.StringValue : undefined;
  const after = typeof start === 'string' ? readChangeToken(start) : 0;
  if (after === undefined) throw invalidBody('The change token is not valid.');
  const end = isJsonObject(query.ChangeTokenEnd) ? readChangeToken(String(query.ChangeTokenEnd.StringValue)) : Number.MAX_SAFE_INTEGER;
  if (end === undefined) throw invalidBody('The change token is not valid.');
  const kinds = wantedKinds(query);
  const objects = wantedObjects(query);
  const isWanted = (change: Change): boolean =>
    change.no <= end &&
    kinds.has(change.kind) &&
    objects.has(change.object) &&
    isVisibleChange(context, list ?? findListByNo(context.emulator, change.list), change);
  const found = collect(context, list, after, isWanted, typeof query.FetchLimit === 'number' ? Math.min(query.FetchLimit, max) : max);
  return { answer: { shape: 'collection', set: 'SP.ApiData.Changes', items: found.map((change) => shape(changeModel(context, change))) } };
}

/** The next wanted changes, however many others lie between them: an empty answer means there are no more. */
function collect(
  context: RequestContext,
  list: List | undefined,
  after: number,
  isWanted: (change: Change) => boolean,
  limit: number,
): readonly Change[] {
  const found: Change[] = [];
  for (let from = after; found.length < limit; ) {
    const page = changesAfter(context.emulator, context.web, list, from, max);
    found.push(...page.filter(isWanted));
    from = page.at(-1)?.no ?? from;
    if (page.length < max) break;
  }
  return found.slice(0, limit);
}

/** Scope changes (17, 18) come with the role assignment ones. */
function wantedKinds(query: JsonObject): ReadonlySet<number> {
  const kinds = Object.entries(flags)
    .filter(([name]) => query[name] === true)
    .flatMap(([, numbers]) => numbers);
  const scopes = query.RoleAssignmentAdd === true || query.RoleAssignmentDelete === true ? [17, 18] : [];
  return new Set([...kinds, ...scopes]);
}

function wantedObjects(query: JsonObject): ReadonlySet<string> {
  const pairs: readonly (readonly [string, readonly string[]])[] = [
    ['Item', ['item', 'folder', 'file']],
    ['File', ['file']],
    ['Folder', ['folder']],
    ['List', ['list']],
    ['Web', ['web']],
    ['Group', ['group']],
  ];
  return new Set(pairs.filter(([name]) => query[name] === true).flatMap(([, objects]) => objects));
}

/**
 * Whether a change may be told to the caller: the object as it is now when it still exists, else the scope it stood in.
 * Changes of permissions need the right to read permissions. Whether SharePoint trims its change log is unsettled
 * (docs/sharepoint-facts.md, F5).
 */
export function isVisibleChange(context: RequestContext, list: List | undefined, change: Change): boolean {
  if (change.kind >= 8 && change.kind <= 18 && change.kind !== 15 && !may(context, change.scope, 'EnumeratePermissions')) return false;
  if (change.item === null && change.object !== 'list') return may(context, context.web.scope, 'ViewListItems');
  if (!list) return may(context, context.web.scope, 'ManageWeb');
  if (change.item === null) return canSeeList(context, list);
  const item = findItem(context.emulator, list, change.item);
  if (item) return visibleItem(context, list, item) !== undefined;
  return wasVisible(context, list, change);
}

function wasVisible(context: RequestContext, list: List, change: Change): boolean {
  const ownRow =
    list.settings.ReadSecurity !== 2 || change.author === context.viewer.principal.id || may(context, list.scope, 'ManageLists');
  if (!findScope(context.emulator, change.scope)) return may(context, list.scope, 'ManageLists');
  return ownRow && may(context, change.scope, 'ViewListItems');
}

const types: Readonly<Record<Change['object'], string>> = {
  item: 'SP.ChangeItem',
  file: 'SP.ChangeItem',
  folder: 'SP.ChangeItem',
  list: 'SP.ChangeList',
  web: 'SP.ChangeWeb',
  group: 'SP.ChangeGroup',
};

function changeModel(context: RequestContext, change: Change): Model {
  const editor = findPrincipal(context.emulator, context.web.site, change.editor);
  const token =
    change.list === 0
      ? changeToken(change.web, 2, new Date(change.at), change.no)
      : changeToken(change.list_id, 3, new Date(change.at), change.no);
  const common: JsonObject = { ChangeToken: { StringValue: token }, ChangeType: change.kind, SiteId: change.site, Time: change.at };
  const item: Readonly<Record<string, Json>> = {
    Editor: editor?.title ?? '',
    EditorEmailHint: null,
    ItemId: change.item,
    ListId: change.list_id,
    ServerRelativeUrl: '',
    SharedByUser: null,
    SharedWithUsers: null,
    UniqueId: change.guid,
    WebId: change.web,
  };
  return {
    type: types[change.object],
    set: 'SP.ApiData.Changes',
    editLink: `Web/Changes(${change.no})`,
    properties: change.item === null ? { ...common, ListId: change.list_id, WebId: change.web } : { ...common, ...item },
  };
}
