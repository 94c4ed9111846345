import { randomUUID } from 'node:crypto';
import { answerApi } from '../api/dispatch';
import type { ApiRequest } from '../api/requestContext';
import { errorAnswer } from '../api/errors';
import type { ApiAnswer } from '../api/answer';
import { parseBatch, type BatchOperation } from './request';
import { writeBatch } from './response';
import type { EmulatorContext } from '../context/emulatorContext';
import { faultAnswer, type FaultAnswer } from '../api/faults';
import { splitApiUrl } from '../wire/address';
import type { Account } from '../store/accounts';
import { findWeb } from '../store/webs';
import type { Web } from '../objects/web';
import { SharePointError } from '../wire/sharePointError';
import { invalidQueryString, resourceNotFound } from '../wire/errors';

/**
 * `$batch`: each part is answered as the caller, one after the other, and none undoes another (docs/sharepoint-facts.md, A11). The digest
 * was checked for the whole.
 */
export function answerBatch(
  emulator: EmulatorContext,
  web: Web,
  account: Account,
  request: ApiRequest,
  faults: readonly FaultAnswer[],
): ApiAnswer {
  try {
    const operations = parseBatch(request.headers.get('content-type'), new TextDecoder().decode(request.bytes));
    const answers = operations.map(
      (operation, index) => faultOf(faults, index, operation) ?? answerPart(emulator, web, account, request, operation),
    );
    const { contentType, body } = writeBatch(
      answers.map((answer) => ({ ...answer, body: textOf(answer.body) })),
      randomUUID(),
    );
    return { status: 200, headers: new Headers({ 'Content-Type': contentType }), body };
  } catch (error) {
    if (error instanceof SharePointError) return errorAnswer(error, request.headers);
    throw error;
  }
}

function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function faultOf(faults: readonly FaultAnswer[], index: number, operation: BatchOperation): ApiAnswer | undefined {
  for (const fault of faults) {
    if (fault === 'drop' || !('batchPart' in fault) || fault.batchPart !== index) continue;
    return faultAnswer(fault, operation.headers);
  }
  return undefined;
}

function answerPart(emulator: EmulatorContext, web: Web, account: Account, request: ApiRequest, operation: BatchOperation): ApiAnswer {
  const base = `${request.url.origin}${web.url}/`;
  if (!URL.canParse(operation.url, base)) return errorAnswer(invalidQueryString('url'), operation.headers);
  const url = new URL(operation.url, base);
  const address = splitApiUrl(url);
  const target = address && url.origin === request.url.origin ? findWeb(emulator, address.webUrl) : undefined;
  if (!address || !target || target.site.id !== web.site.id) return errorAnswer(resourceNotFound(url.pathname), operation.headers);
  const bytes = new TextEncoder().encode(operation.body);
  return answerApi(emulator, target, account, { method: operation.method, url, path: address.apiPath, headers: operation.headers, bytes });
}
