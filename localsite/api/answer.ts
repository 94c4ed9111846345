import { randomUUID } from 'node:crypto';
import { apiRoot } from '../routes/model';
import type { RequestContext, Reply } from '../routes/resource';
import { safeFileHeaders } from '../wire/mediaTypes';
import { chooseResponseFormat, contentType } from '../wire/responseFormat';
import { renderAnswer } from '../wire/renderAnswer';

/** What goes back to the caller, as a response of its own or as a part of a batch. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array;
}

/** Writes a route's reply in the format that the caller asked for. */
export function render(context: RequestContext, reply: Reply): ApiAnswer {
  const headers = new Headers(reply.headers);
  const status = reply.status ?? 200;
  if (reply.bytes) {
    const { contentType: type } = reply.bytes;
    for (const [name, value] of Object.entries({ 'Content-Type': type, ...safeFileHeaders(type) })) headers.set(name, value);
    return { status, headers, body: reply.bytes.body };
  }
  if (reply.text) {
    headers.set('Content-Type', reply.text.contentType);
    return { status, headers, body: reply.text.body };
  }
  if (!reply.answer) return { status, headers, body: '' };
  const format = chooseResponseFormat(context.headers);
  headers.set('Content-Type', contentType(format));
  return { status, headers, body: renderAnswer(reply.answer, { format, apiRoot: apiRoot(context) }) };
}

/** What SharePoint puts on every answer (docs/sharepoint-facts.md, A2, recorded). */
export function toResponse(answer: ApiAnswer): Response {
  const headers = new Headers(answer.headers);
  const id = randomUUID();
  headers.set('SPRequestGuid', id);
  headers.set('request-id', id);
  headers.set('SPClientServiceRequestDuration', '12');
  headers.set('X-SharePointHealthScore', '1');
  headers.set('X-SP-SERVERSTATE', 'ReadOnly=0');
  headers.set('Cache-Control', 'private, max-age=0');
  const empty = answer.status === 204 || answer.status === 304;
  // A Uint8Array over any buffer is a body; the DOM's type asks for one kind of buffer.
  return new Response(empty ? null : (answer.body as BodyInit), { status: answer.status, headers });
}
