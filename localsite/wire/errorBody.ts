import { contentType, wantsXml } from './responseFormat';
import type { ResponseFormat } from './responseFormat';
import type { SharePointError } from './sharePointError';

export interface RenderedError {
  readonly contentType: string;
  readonly body: string;
}

/**
 * Body and Content-Type of an error answer (docs/sharepoint-facts.md, A4). XML is the one thing SharePoint answers when no JSON was asked
 * for.
 */
export function renderError(error: SharePointError, format: ResponseFormat | 'xml'): RenderedError {
  return format === 'xml'
    ? { contentType: 'application/xml;charset=utf-8', body: errorXml(error) }
    : { contentType: contentType(format), body: JSON.stringify(errorEnvelope(error, format)) };
}

/** The format of errors: never throws, XML when the caller asked for it or for nothing in particular. */
export function errorFormat(headers: Headers): ResponseFormat | 'xml' {
  const accept = (headers.get('accept') ?? '').toLowerCase();
  if (wantsXml(accept)) return 'xml';
  return {
    metadata: accept.includes('odata=verbose')
      ? 'verbose'
      : accept.includes('nometadata') || accept.includes('metadata=none')
        ? 'none'
        : 'minimal',
    version: (headers.get('odata-version') ?? '').startsWith('4') ? 4 : 3,
  };
}

function errorEnvelope(error: SharePointError, format: ResponseFormat): object {
  // OData 4 has a plain text message: seen in answers to SPHttpClient (sp-dev-docs issue 4392).
  if (format.version === 4 && format.metadata !== 'verbose') return { error: { code: error.code, message: error.message } };
  const inner = { code: error.code, message: { lang: 'en-US', value: error.message } };
  return format.metadata === 'verbose' ? { error: inner } : { 'odata.error': inner };
}

function errorXml(error: SharePointError): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">' +
    `<m:code>${escapeXml(error.code)}</m:code><m:message xml:lang="en-US">${escapeXml(error.message)}</m:message></m:error>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
