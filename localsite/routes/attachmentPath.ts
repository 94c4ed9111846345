import { visibleItem, canSeeList } from '../security/visibility';
import type { AccessContext } from '../security/viewer';
import { readAttachment } from '../store/attachments';
import { findItem } from '../store/items';
import { findListOf } from '../store/lists';

/** The bytes of an attachment by its address (`.../Lists/L/Attachments/5/x.pdf`), when the caller may see its item. */
export function readAttachmentAt(access: AccessContext, path: string): Uint8Array | undefined {
  const list = findListOf(access.emulator, access.web, path);
  const match = list && /^\/Attachments\/(\d+)\/([^/]+)$/i.exec(path.slice(list.url.length));
  if (!list || !match?.[1] || !match[2] || !canSeeList(access, list)) return undefined;
  const item = findItem(access.emulator, list, Number(match[1]));
  const visible = item && visibleItem(access, list, item);
  return visible && readAttachment(access.emulator, visible, match[2]);
}
