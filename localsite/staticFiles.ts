import type { ApiAnswer } from './api/answer';
import { decodePath } from './wire/address';
import type { EmulatorContext } from './context/emulatorContext';
import { readAttachmentAt } from './routes/attachmentPath';
import { mayOpen } from './routes/fileAccess';
import { contentTypeOf, safeFileHeaders } from './wire/mediaTypes';
import { visibleItem, canSeeList } from './security/visibility';
import { findViewer, type AccessContext } from './security/viewer';
import type { Account } from './store/accounts';
import { readContent } from './store/attachments';
import { findItemByPath } from './store/items';
import type { Item } from './objects/item';
import { findListOf } from './store/lists';
import { findWebOf } from './store/webs';

const notFound: ApiAnswer = {
  status: 404,
  headers: new Headers({ 'Content-Type': 'text/plain;charset=utf-8' }),
  body: '404 FILE NOT FOUND',
};

/** The bytes of a file or attachment at its own address, with the same permissions; a hidden one is not there. */
export function answerFile(emulator: EmulatorContext, account: Account, url: URL): ApiAnswer {
  const path = decodePath(url.pathname);
  const web = path === undefined ? undefined : findWebOf(emulator, path);
  if (!web || path === undefined) return notFound;
  const access: AccessContext = { emulator, web, viewer: findViewer(emulator, web, account) };
  const file = findFile(access, path);
  const bytes = file ? readContent(emulator, file) : readAttachmentAt(access, path);
  if (!bytes) return notFound;
  return {
    status: 200,
    headers: new Headers({ 'Content-Type': contentTypeOf(path), ...safeFileHeaders(contentTypeOf(path)) }),
    body: bytes,
  };
}

function findFile(access: AccessContext, path: string): Item | undefined {
  const list = findListOf(access.emulator, access.web, path);
  if (!list || !canSeeList(access, list)) return undefined;
  const item = findItemByPath(access.emulator, list, path);
  const visible = item && visibleItem(access, list, item);
  return visible?.kind === 'file' && mayOpen(access, visible) ? visible : undefined;
}
