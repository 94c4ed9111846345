const types: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pdf: 'application/pdf',
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    svg: 'image/svg+xml',
    txt: 'text/plain;charset=utf-8',
    html: 'text/html;charset=utf-8',
    css: 'text/css;charset=utf-8',
    js: 'text/javascript;charset=utf-8',
    json: 'application/json;charset=utf-8',
    csv: 'text/csv;charset=utf-8',
    mp4: 'video/mp4',
    mp3: 'audio/mpeg',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  }),
);

/**
 * Headers that keep a browser from running an uploaded file as a page of the site: SharePoint's strict file handling
 * offers such files for download instead.
 */
export function safeFileHeaders(contentType: string): Readonly<Record<string, string>> {
  const runs = /html|svg|xml\b|javascript/.test(contentType) && !contentType.includes('openxml');
  return { 'X-Content-Type-Options': 'nosniff', ...(runs ? { 'Content-Disposition': 'attachment' } : {}) };
}

/** The Content-Type of a file, by its name. */
export function contentTypeOf(name: string): string {
  return types.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream';
}
