import { Html, escapeText } from './html';

const plainTags = /^<\/?(p|h2|h3|h4|ul|ol|li|strong|em|b|i|br|blockquote)\s*\/?>$/i;
const link = /^<a\s+href="((?:https?:\/\/|mailto:|tel:|\/)[^"<>]*)"\s*>$/i;

/**
 * The HTML of a text on a page, reduced to plain tags and links: whatever else stands there is shown as text.
 * SharePoint does the same more finely when a page is saved.
 */
export function safeText(source: string): Html {
  const pieces = source.split(/(<[^<>]*>)/);
  return new Html(pieces.map(safePiece).join(''));
}

function safePiece(piece: string): string {
  if (plainTags.test(piece) || /^<\/a>$/i.test(piece)) {
    return piece;
  }
  const address = link.exec(piece)?.[1];
  if (address !== undefined) {
    return `<a href="${address}">`;
  }
  return piece.startsWith('<') ? withoutAttributes(piece) : escapeBareSigns(piece);
}

/** A plain tag that carries attributes (SharePoint's editor writes classes) loses them. */
function withoutAttributes(tag: string): string {
  const bare = tag.replace(/^<(\w+)\s[^<>]*>$/, '<$1>');
  return plainTags.test(bare) ? bare : escapeText(tag);
}

/** Keeps entities that the text already holds. */
function escapeBareSigns(text: string): string {
  return text.replace(/[<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
