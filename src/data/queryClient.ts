import { QueryClient } from '@tanstack/react-query';
import { retryDelay, shouldRetry } from './retry';

const minute = 60_000;

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
