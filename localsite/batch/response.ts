import { STATUS_CODES } from 'node:http';

/** One answer of a batch. */
export interface BatchAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * The flat multipart answer of docs/sharepoint-facts.md, A11, one part per operation in request order; the outer status is 200.
 * `guid` names the boundary. The line end after the closing boundary matters: PnPjs calls its absence an unexpected end.
 */
export function writeBatch(answers: readonly BatchAnswer[], guid: string): { readonly contentType: string; readonly body: string } {
  const boundary = `batchresponse_${guid}`;
  const lines = answers.flatMap((answer) => [`--${boundary}`, ...partLines(answer)]);
  return { contentType: `multipart/mixed; boundary=${boundary}`, body: [...lines, `--${boundary}--`, ''].join('\r\n') };
}

function partLines(answer: BatchAnswer): readonly string[] {
  const headerLines: string[] = [];
  answer.headers.forEach((value, name) => headerLines.push(`${name.toUpperCase()}: ${value}`));
  const statusLine = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Unknown'}`;
  return ['Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', statusLine, ...headerLines, '', answer.body];
}
