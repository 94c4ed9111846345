import type { SPFI } from '@pnp/sp';
import { sharePointError } from './client';

/** One GET. Must call PnPjs before it first waits, or it misses its batch. */
export type Read<T> = (sp: SPFI) => Promise<T>;

/** Reads that are asked for in the same moment, by whichever web part, travel together. */
export type BatchedReads = <T>(read: Read<T>) => Promise<T>;

interface PendingRead {
  start(batched: SPFI): void;
  fail(thrown: unknown): void;
}

/** SharePoint serves about a hundred operations in a batch (docs/sharepoint-facts.md, A11). */
const maxReads = 100;

/** Long enough for web parts that render one after the other, too short to be felt. */
const windowMs = 8;

/** A read that throws at once must not keep the others from starting. Async: it runs up to its first wait before this returns. */
async function started<T>(read: Read<T>, batched: SPFI): Promise<T> {
  return read(batched);
}

/** Each rejects with a DataError of its own; a batch that fails as a whole fails all its reads. */
export function batchedReads(sp: SPFI): BatchedReads {
  let waiting: PendingRead[] = [];

  function send(): void {
    const together = waiting;
    waiting = [];
    const [batched, execute] = sp.batched({ maxRequests: maxReads });
    for (const read of together) read.start(batched);
    execute().catch((thrown: unknown) => together.forEach((read) => read.fail(thrown)));
  }

  return <T>(read: Read<T>) =>
    new Promise<T>((resolve, reject) => {
      const fail = (thrown: unknown): void => reject(sharePointError(thrown));
      if (waiting.length === 0) setTimeout(send, windowMs);
      waiting.push({
        start: (batched) => {
          started(read, batched).then(resolve, fail);
        },
        fail,
      });
    });
}
