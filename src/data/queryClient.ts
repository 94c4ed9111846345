import { QueryClient } from '@tanstack/react-query';
import { asDataError } from './errors';

const minute = 60_000;
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

/** A cache for all web parts of the page. In memory only: nothing about a person goes to web storage. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    // A defect reaches the person as an error with a code; the console must not carry addresses or names.
    logger: { log: () => undefined, warn: () => undefined, error: () => undefined },
    defaultOptions: {
      queries: {
        staleTime: 5 * minute,
        cacheTime: 30 * minute,
        // Without this a query waits in silence while the browser believes it is offline.
        networkMode: 'always',
        retry: shouldRetry,
        retryDelay,
      },
      mutations: { networkMode: 'always', retry: shouldRetry, retryDelay },
    },
  });
}

export const queryClient = createQueryClient();
