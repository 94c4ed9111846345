import type { UseQueryResult } from '@tanstack/react-query';
import { asDataError, type DataError } from '../../data/errors';

/** One thing that is read: not there yet, there, or not to be had; there and not to be refreshed is two of them. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly isLoading: boolean;
  readonly error: DataError | undefined;
  /** Tried again after a failure, not given up yet. */
  readonly isTryingAgain: boolean;
  /** When the value was read. */
  readonly readAt: Date | undefined;
}

export function loaded<T>(result: UseQueryResult<T | null>): Loaded<T> {
  return {
    value: result.data ?? undefined,
    isLoading: result.status === 'loading',
    error: result.error === null ? undefined : asDataError(result.error),
    isTryingAgain: result.failureCount > 0 && result.fetchStatus === 'fetching',
    readAt: result.dataUpdatedAt > 0 ? new Date(result.dataUpdatedAt) : undefined,
  };
}
