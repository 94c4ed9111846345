const types: ReadonlyMap<string, string> = new Map(Object.entries({
  pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', svg: 'image/svg+xml', txt: 'text/plain;charset=utf-8', html: 'text/html;charset=utf-8',
  css: 'text/css;charset=utf-8', js: 'text/javascript;charset=utf-8', json: 'application/json;charset=utf-8', csv: 'text/csv;charset=utf-8', mp4: 'video/mp4', mp3: 'audio/mpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}));

/** The Content-Type of a file, by its name. */
export function contentTypeOf(name: string): string {
  return types.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream';
}

