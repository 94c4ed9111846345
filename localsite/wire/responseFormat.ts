import { notAcceptable } from './errors';

/** How answers are spelled. Version 4 (`odata-version: 4.0`, SPHttpClient's default) has `@odata.` keys. */
export interface ResponseFormat {
  readonly metadata: 'minimal' | 'none' | 'verbose';
  readonly version: 3 | 4;
}

/**
 * Chooses from `Accept` and `odata-version` (docs/sharepoint-facts.md, A2). Throws SharePointError (406) for XML, which the local site does
 * not write.
 */
export function chooseResponseFormat(headers: Headers): ResponseFormat {
  const accept = (headers.get('accept') ?? '').toLowerCase();
  if (wantsXml(accept)) throw notAcceptable(accept);
  const metadata = metadataOf(accept);
  if (metadata === undefined) throw notAcceptable(accept);
  const version = (headers.get('odata-version') ?? '').trim().startsWith('4') ? 4 : 3;
  return metadata === 'verbose' ? { metadata, version: 3 } : { metadata, version };
}

/** Whether this (lower-case) `Accept` gets Atom XML from SharePoint: nothing in it names JSON. */
export function wantsXml(accept: string): boolean {
  return !accept.includes('application/json');
}

function metadataOf(accept: string): ResponseFormat['metadata'] | undefined {
  const asked = /application\/json[^,]*?;\s*odata(?:\.metadata)?=([a-z]+)/.exec(accept)?.[1];
  switch (asked) {
    case undefined:
    case 'minimal':
    case 'minimalmetadata':
      return 'minimal';
    case 'none':
    case 'nometadata':
      return 'none';
    case 'verbose':
      return 'verbose';
    default:
      return undefined;
  }
}

/** The Content-Type of an answer. The spelling for version 4 is not confirmed [K]. */
export function contentType(format: ResponseFormat): string {
  if (format.metadata === 'verbose') return 'application/json;odata=verbose;charset=utf-8';
  return format.version === 4
    ? `application/json;odata.metadata=${format.metadata};odata.streaming=true;charset=utf-8`
    : `application/json;odata=${format.metadata === 'none' ? 'nometadata' : 'minimalmetadata'};streaming=true;charset=utf-8`;
}
