import { asSeen, canSeeList } from '../security/visibility';
import type { Acting } from '../security/viewer';
import { readAttachment } from '../store/attachments';
import { findItem } from '../store/items';
import { findListOf } from '../store/lists';

/** The bytes of an attachment by its address (`.../Lists/L/Attachments/5/x.pdf`), when the caller may see its item. */
export function readAttachmentAt(acting: Acting, path: string): Uint8Array | undefined {
  const list = findListOf(acting.emulator, acting.web, path);
  const match = list && /^\/Attachments\/(\d+)\/([^/]+)$/i.exec(path.slice(list.url.length));
  if (!list || !match?.[1] || !match[2] || !canSeeList(acting, list)) return undefined;
  const item = findItem(acting.emulator, list, Number(match[1]));
  const seen = item && asSeen(acting, list, item);
  return seen && readAttachment(acting.emulator, seen, match[2]);
}
