import { spfi, SPFx, type SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists/web';
import '@pnp/sp/webs';
import type { Queryable } from '@pnp/queryable';
import { DataError, httpError } from '../errors';
import type { Session } from '../session';

const answerWithinMs = 10_000;

/** PnPjs as this person on this site. */
export function sharePoint(session: Session): SPFI {
  return spfi(session.context.pageContext.web.absoluteUrl).using(SPFx(session.context), onePatientTry);
}

/**
 * One try that ends in time and fails with a kind. PnPjs's own retry waits as long as Retry-After says, which may be
 * minutes, in silence; ours is in retry.ts.
 */
function onePatientTry(instance: Queryable): Queryable {
  instance.on.send.replace(async (url, init) => {
    try {
      return await fetch(url.toString(), { ...init, signal: AbortSignal.timeout(answerWithinMs) });
    } catch (thrown) {
      throw hasName(thrown, 'TimeoutError') ? new DataError('busy', 'timeout') : new DataError('offline', 'network');
    }
  });
  return instance;
}

/** What PnPjs threw, as a DataError. */
export function sharePointError(thrown: unknown): DataError {
  if (thrown instanceof DataError) return thrown;
  return isHttpFailure(thrown) ? httpError(thrown.response) : new DataError('broken', 'answer');
}

function hasName(thrown: unknown, name: string): boolean {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === name;
}

function isHttpFailure(thrown: unknown): thrown is { readonly response: Response } {
  return typeof thrown === 'object' && thrown !== null && 'isHttpRequestError' in thrown;
}
