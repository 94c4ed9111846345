import type { EmulatorContext } from '../context/emulatorContext';
import { errorFormat, renderError } from '../wire/errorBody';
import { SharePointError } from '../wire/sharePointError';
import { unknownError } from '../wire/errors';
import type { ApiAnswer } from './answer';

/** The answer to an error: SharePoint's own words, or a plain 500 for what should not have happened, which is reported. */
export function toErrorAnswer(emulator: EmulatorContext, error: unknown, requestHeaders: Headers): ApiAnswer {
  if (error instanceof SharePointError) return errorAnswer(error, requestHeaders);
  emulator.report(error);
  return errorAnswer(unknownError(), requestHeaders);
}

export function errorAnswer(error: SharePointError, requestHeaders: Headers, more: Readonly<Record<string, string>> = {}): ApiAnswer {
  const { contentType: type, body } = renderError(error, errorFormat(requestHeaders));
  return { status: error.status, headers: new Headers({ 'Content-Type': type, ...more }), body };
}
