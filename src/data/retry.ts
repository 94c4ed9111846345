import { asDataError } from './errors';

const maxWaitMs = 8_000;
const maxTries = 3;

/** Only a busy site is asked again by itself, and only where the wait it asks for is one that a parent would bear. */
export function shouldRetry(failures: number, thrown: unknown): boolean {
  const error = asDataError(thrown);
  return error.kind === 'busy' && failures < maxTries - 1 && (error.retryAfterMs ?? 0) <= maxWaitMs;
}

/** Milliseconds before the next try. Two waits at most, so nobody waits longer than about twenty seconds. */
export function retryDelay(failures: number, thrown: unknown): number {
  return Math.min(asDataError(thrown).retryAfterMs ?? 1_000 * 2 ** failures, maxWaitMs);
}
