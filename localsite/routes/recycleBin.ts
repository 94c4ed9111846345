import { restoreItem } from '../operations/itemRemover';
import { may } from '../security/viewer';
import { findListByNo } from '../store/lists';
import { findPrincipal } from '../store/principals';
import type { Segment } from '../wire/path';
import { objectNotFound } from '../wire/errors';
import { collectionReply, entityReply, type Model } from './model';
import { action, deleted, nothing, optionalText, textArgument, type RequestContext, type Resource } from './resource';

interface Entry {
  readonly id: string;
  readonly list: number;
  readonly item: number;
  readonly title: string;
  readonly dir: string;
  readonly leaf: string;
  readonly kind: string;
  readonly deleted_by: number;
  readonly deleted_at: string;
  readonly author: number;
  readonly content: string;
}

/** Who deleted something sees it; whoever manages the web sees everything. */
function visibleEntries(context: RequestContext): readonly Entry[] {
  const all = context.emulator.db.all<Entry>('SELECT * FROM recycle_bin WHERE web = ? ORDER BY deleted_at DESC', context.web.id);
  return may(context, context.web.scope, 'ManageWeb') ? all : all.filter((entry) => entry.deleted_by === context.viewer.principal.id);
}

export function recycleBinResource(context: RequestContext, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return entryResource(context, id);
  const eachOf =
    (act: (entry: Entry) => void) =>
    (step: Segment): Resource =>
      action(() => {
        for (const entry of visibleEntries(context)) act(entry);
        return nothing(step.written);
      });
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.RecycleBinItems',
        visibleEntries(context).map((entry) => entryModel(context, entry)),
      ),
    steps: {
      getbyid: (step) => entryResource(context, textArgument(step, 'id')),
      restoreall: eachOf((entry) => restore(context, entry)),
      deleteall: eachOf((entry) => forget(context, entry)),
    },
  };
}

function entryResource(context: RequestContext, id: string): Resource {
  const entry = visibleEntries(context).find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (!entry) throw objectNotFound();
  return {
    get: () => entityReply(context, entryModel(context, entry)),
    delete: () => {
      forget(context, entry);
      return deleted;
    },
    steps: {
      restore: () =>
        action(() => {
          restore(context, entry);
          return nothing('Restore');
        }),
      deleteobject: () =>
        action(() => {
          forget(context, entry);
          return nothing('DeleteObject');
        }),
    },
  };
}

function restore(context: RequestContext, entry: Entry): void {
  const list = findListByNo(context.emulator, entry.list);
  if (!list) throw objectNotFound();
  restoreItem(context, list, entry.content);
  forget(context, entry);
}

function forget(context: RequestContext, entry: Entry): void {
  context.emulator.db.run('DELETE FROM recycle_bin WHERE id = ?', entry.id);
}

const kinds: Readonly<Record<string, number>> = { file: 1, item: 3, folder: 5 };

function entryModel(context: RequestContext, entry: Entry): Model {
  const name = (id: number): string => findPrincipal(context.emulator, context.web.site, id)?.title ?? '';
  const mail = (id: number): string => findPrincipal(context.emulator, context.web.site, id)?.email ?? '';
  return {
    type: 'SP.RecycleBinItem',
    set: 'SP.ApiData.RecycleBinItems',
    editLink: `Web/RecycleBin('${entry.id}')`,
    properties: {
      AuthorEmail: mail(entry.author),
      AuthorName: name(entry.author),
      DeletedByEmail: mail(entry.deleted_by),
      DeletedByName: name(entry.deleted_by),
      DeletedDate: entry.deleted_at,
      DeletedDateLocalFormatted: entry.deleted_at,
      DirName: entry.dir.replace(/^\//, ''),
      DirNamePath: { DecodedUrl: entry.dir.replace(/^\//, '') },
      Id: entry.id,
      ItemState: 1,
      ItemType: kinds[entry.kind] ?? 0,
      LeafName: entry.leaf,
      LeafNamePath: { DecodedUrl: entry.leaf },
      Size: '0',
      Title: entry.title,
    },
  };
}
