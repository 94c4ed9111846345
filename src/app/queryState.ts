import type { UseQueryResult } from '@tanstack/react-query';
import { asDataError, type DataError } from '../data/errors';

/** One thing that is read: not there yet, there, or not to be had; there and not to be refreshed is two of them. */
export interface QueryState<T> {
  readonly value: T | undefined;
  readonly isLoading: boolean;
  readonly error: DataError | undefined;
  /** Tried again after a failure, not given up yet. */
  readonly isRetrying: boolean;
  /** When the value was read. */
  readonly readAt: Date | undefined;
}

/** A query may not answer undefined: nothing is null on its way through the cache. */
export function queryState<T>(result: UseQueryResult<T | null>): QueryState<T> {
  return {
    value: result.data ?? undefined,
    isLoading: result.status === 'loading',
    error: result.error === null ? undefined : asDataError(result.error),
    isRetrying: result.failureCount > 0 && result.fetchStatus === 'fetching',
    readAt: result.dataUpdatedAt > 0 ? new Date(result.dataUpdatedAt) : undefined,
  };
}

/** Of what has not been asked for yet. */
export const idle: QueryState<never> = { value: undefined, isLoading: true, error: undefined, isRetrying: false, readAt: undefined };
