import type { StoredValues } from '../objects/field';
import { versionLabel } from '../objects/readStored';
import { may } from '../security/viewer';
import { fieldsOf } from '../store/fields';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import { writeField } from '../columns/restOutput';
import type { Segment } from '../wire/path';
import { accessDenied, objectNotFound } from '../wire/errors';
import { itemLink } from './links';
import { collectionReply, entityReply, type Model } from './model';
import { deleted, numberArgument, type RequestContext, type Resource } from './resource';
import { requirePermission } from './listAccess';

interface Row {
  readonly ui_version: number;
  readonly editor: number;
  readonly modified: string;
  readonly data: string;
}

/** Versions of an item, newest first. They need ViewVersions, which *Parent Read* leaves out. */
export function versionsResource(context: RequestContext, list: List, item: Item, segment: Segment): Resource {
  if (!may(context, item.scope, 'ViewVersions')) throw accessDenied();
  const all = versionsOf(context, item);
  if (segment.arguments.length > 0) return versionResource(context, list, item, all, numberArgument(segment, 'id'));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.ListItemVersions',
        all.map((version) => versionModel(context, list, version, item)),
      ),
  };
}

function versionsOf(context: RequestContext, item: Item): readonly Item[] {
  const older = context.emulator.db.all<Row>(
    'SELECT ui_version, editor, modified, data FROM versions WHERE list = ? AND item = ? AND ui_version < ? ORDER BY ui_version DESC',
    item.list,
    item.id,
    item.uiVersion,
  );
  // Written by keepVersion only.
  return [
    item,
    ...older.map(
      (row): Item => ({
        ...item,
        uiVersion: row.ui_version,
        editor: row.editor,
        modified: row.modified,
        data: JSON.parse(row.data) as StoredValues,
      }),
    ),
  ];
}

function versionResource(context: RequestContext, list: List, item: Item, all: readonly Item[], id: number): Resource {
  const version = all.find((one) => one.uiVersion === id);
  if (!version) throw objectNotFound();
  return {
    get: () => entityReply(context, versionModel(context, list, version, item)),
    delete: () => {
      requirePermission(context, item.scope, 'EditListItems');
      context.emulator.db.run('DELETE FROM versions WHERE list = ? AND item = ? AND ui_version = ?', item.list, item.id, id);
      return deleted;
    },
  };
}

/** Names are encoded twice: `OData__x005f_UIVersionString` (docs/sharepoint-facts.md, A6, recorded). */
function versionModel(context: RequestContext, list: List, version: Item, current: Item): Model {
  const fields = fieldsOf(context.emulator, list).filter((field) => field.type !== 'Computed' && field.type !== 'Attachments');
  const values = fields
    .flatMap((field) => writeField(field, version, 'utc'))
    .map(([name, value]) => [name.replace(/^OData__/, 'OData__x005f_').replace(/_x0020_/g, '_x005f_x0020_x005f_'), value] as const);
  return {
    type: 'SP.ListItemVersion',
    set: 'SP.ApiData.ListItemVersions',
    editLink: `${itemLink(list, version.id)}/Versions(${version.uiVersion})`,
    properties: {
      IsCurrentVersion: version.uiVersion === current.uiVersion,
      VersionId: version.uiVersion,
      VersionLabel: versionLabel(version.uiVersion),
      ...Object.fromEntries(values),
    },
  };
}
