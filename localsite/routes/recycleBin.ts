import { restoreItem } from '../operations/itemRemover';
import { may } from '../security/viewer';
import { findListByNo } from '../store/lists';
import { findPrincipal } from '../store/principals';
import type { Segment } from '../wire/path';
import { objectNotFound } from '../wire/errors';
import { collectionReply, entityReply, type Model } from './model';
import { action, deleted, nothing, optionalText, textArgument, type Call, type Resource } from './resource';

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
function visibleEntries(call: Call): readonly Entry[] {
  const all = call.emulator.db.all<Entry>('SELECT * FROM recycle_bin WHERE web = ? ORDER BY deleted_at DESC', call.web.id);
  return may(call, call.web.scope, 'ManageWeb') ? all : all.filter((entry) => entry.deleted_by === call.viewer.principal.id);
}

export function recycleBinResource(call: Call, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return entryResource(call, id);
  const eachOf =
    (act: (entry: Entry) => void) =>
    (step: Segment): Resource =>
      action(() => {
        for (const entry of visibleEntries(call)) act(entry);
        return nothing(step.written);
      });
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.RecycleBinItems',
        visibleEntries(call).map((entry) => entryModel(call, entry)),
      ),
    steps: {
      getbyid: (step) => entryResource(call, textArgument(step, 'id')),
      restoreall: eachOf((entry) => restore(call, entry)),
      deleteall: eachOf((entry) => forget(call, entry)),
    },
  };
}

function entryResource(call: Call, id: string): Resource {
  const entry = visibleEntries(call).find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (!entry) throw objectNotFound();
  return {
    get: () => entityReply(call, entryModel(call, entry)),
    delete: () => {
      forget(call, entry);
      return deleted;
    },
    steps: {
      restore: () =>
        action(() => {
          restore(call, entry);
          return nothing('Restore');
        }),
      deleteobject: () =>
        action(() => {
          forget(call, entry);
          return nothing('DeleteObject');
        }),
    },
  };
}

function restore(call: Call, entry: Entry): void {
  const list = findListByNo(call.emulator, entry.list);
  if (!list) throw objectNotFound();
  restoreItem(call, list, entry.content);
  forget(call, entry);
}

function forget(call: Call, entry: Entry): void {
  call.emulator.db.run('DELETE FROM recycle_bin WHERE id = ?', entry.id);
}

const kinds: Readonly<Record<string, number>> = { file: 1, item: 3, folder: 5 };

function entryModel(call: Call, entry: Entry): Model {
  const name = (id: number): string => findPrincipal(call.emulator, call.web.site, id)?.title ?? '';
  const mail = (id: number): string => findPrincipal(call.emulator, call.web.site, id)?.email ?? '';
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
