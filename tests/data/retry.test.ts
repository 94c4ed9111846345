import '@pnp/sp/batching';
import { spfi } from '@pnp/sp';
import { DataError } from '../../src/data/errors';
import { batchedReads } from '../../src/data/sharepoint/batchedReads';
import { shouldRetry, retryDelay } from '../../src/data/retry';

const busy = (retryAfterMs?: number): DataError => new DataError('busy', 'http-429', retryAfterMs);

/** All the time that a parent waits between tries, in milliseconds. */
function waited(error: DataError): number {
  let total = 0;
  for (let failures = 0; shouldRetry(failures, error); failures += 1) total += retryDelay(failures, error);
  return total;
}

describe('a busy site', () => {
  it('is asked again after the time that it asks for', () => {
    expect(shouldRetry(0, busy(5_000))).toBe(true);
    expect(retryDelay(0, busy(5_000))).toBe(5_000);
  });

  it('is not asked again by itself when it asks for more than a parent would bear', () => {
    expect(shouldRetry(0, busy(120_000))).toBe(false);
  });

  it.each([undefined, 0, 3_000, 8_000, 8_001, 600_000])(
    'keeps nobody waiting for more than twenty seconds (Retry-After %p)',
    (retryAfterMs) => {
      expect(waited(busy(retryAfterMs))).toBeLessThanOrEqual(20_000);
    },
  );
});

it.each(['notSetUp', 'noAccess', 'conflict', 'offline', 'broken'] as const)('does not ask again by itself when it is %s', (kind) => {
  expect(shouldRetry(0, new DataError(kind, 'code'))).toBe(false);
});

it('takes whatever else is thrown for broken', () => {
  expect(shouldRetry(0, new TypeError('x'))).toBe(false);
});

it('lets no read that fails before it is sent keep the others waiting', async () => {
  const sp = spfi('http://localhost/sites/school');
  const read = batchedReads(sp);
  const outcomes = await Promise.allSettled([
    read(() => {
      throw new RangeError('x');
    }),
    read(() => Promise.resolve('kept')),
  ]);
  expect(outcomes).toEqual([
    expect.objectContaining({ reason: expect.objectContaining({ kind: 'broken' }) }),
    { status: 'fulfilled', value: 'kept' },
  ]);
});
