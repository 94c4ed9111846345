import { toSiteError } from './siteError';

/** What was asked for, or the other answer where the site has no such thing. */
export async function whereThere<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (thrown) {
    const error = await toSiteError(thrown);
    if (error.kind === 'missing') return otherwise;
    throw error;
  }
}

/** What should go and is not there, is gone: an attempt whose answer was lost may have taken it away. */
export function unlessMissing(removal: Promise<unknown>): Promise<unknown> {
  return whereThere(removal, undefined);
}
