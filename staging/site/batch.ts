import type { IWeb } from '@pnp/sp/webs';
import { PlainError } from '../plainError';
import { retryBudget, waitFor, waitSeconds, type WaitOptions } from './send';
import { SiteError, toSiteError } from './siteError';

/** One request of a batch: registered on the batched web, settled when the batch was sent. */
export interface Operation<T> {
  /** Size of the body in bytes where it may be large. */
  readonly bytes?: number | undefined;
  readonly run: (web: IWeb) => Promise<T>;
}

/** An operation that is made when its turn comes: until then nothing of its body is kept. */
export function later<T>(bytes: number, make: () => Operation<T>): Operation<T> {
  return { bytes, run: (web) => make().run(web) };
}

export type OperationResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SiteError };

export interface BatchOptions {
  /** Called before the first request and after each, with how many operations are behind us. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

interface Running extends BatchOptions, WaitOptions {
  readonly signal?: AbortSignal | undefined;
}

/** SharePoint takes 100 operations and 1 MiB a batch (docs/sharepoint-facts.md, A11). Half of it leaves room for the envelope. */
const maxOperations = 100;
const maxBytes = 512 * 1024;
const envelopeBytes = 700;

/** The run was asked to stop between two batches. */
export class StopRequested extends PlainError {
  constructor() {
    super('Stopped between two batches. Run the command again: it carries on where it stopped.');
    this.name = 'StopRequested';
  }
}

export async function runBatches<T>(web: IWeb, operations: readonly Operation<T>[], running: Running): Promise<OperationResult<T>[]> {
  const outcomes: OperationResult<T>[] = [];
  if (operations.length > 0) running.onProgress?.(0, operations.length);
  for (const chunk of chunks(operations)) {
    if (running.signal?.aborted) throw new StopRequested();
    outcomes.push(...(await withRetry(web, chunk, running)));
    running.onProgress?.(outcomes.length, operations.length);
  }
  return outcomes;
}

/** Operations in order, cut where a request would get too large. */
export function chunks<T>(operations: readonly Operation<T>[]): Operation<T>[][] {
  const all: Operation<T>[][] = [];
  let current: Operation<T>[] = [];
  let bytes = 0;
  for (const operation of operations) {
    const size = (operation.bytes ?? 0) + envelopeBytes;
    if (current.length > 0 && (current.length === maxOperations || bytes + size > maxBytes)) {
      all.push(current);
      current = [];
      bytes = 0;
    }
    current.push(operation);
    bytes += size;
  }
  if (current.length > 0) all.push(current);
  return all;
}

/**
 * A part that met a busy or failing server is sent again after the time it asks for, with every failed part behind it: those may have
 * built on it.
 */
async function withRetry<T>(web: IWeb, chunk: readonly Operation<T>[], running: Running): Promise<OperationResult<T>[]> {
  const outcomes = await runOnce(web, chunk);
  const budgets = chunk.map(() => retryBudget());
  const worthAnother = (asked: readonly number[]) => asked.filter((index) => budgets[index]?.(statusOf(outcomes[index])));
  let again = worthAnother([...chunk.keys()]);
  for (let attempt = 1; again.length > 0; attempt += 1) {
    const retried = again.map((index) => outcomes[index]);
    await waitFor(waitSeconds(longestAsked(retried), attempt), retried.some(isBusy), running);
    const from = Math.min(...again);
    const sent = [...chunk.keys()].filter((index) => again.includes(index) || (index > from && !outcomes[index]?.ok));
    const answers = await runOnce(
      web,
      sent.flatMap((index) => chunk[index] ?? []),
    );
    sent.forEach((index, position) => {
      outcomes[index] = answers[position] ?? { ok: false, error: new SiteError('unreachable') };
    });
    again = worthAnother(sent);
  }
  return outcomes;
}

async function runOnce<T>(web: IWeb, operations: readonly Operation<T>[]): Promise<OperationResult<T>[]> {
  const [batched, execute] = web.batched({ maxRequests: maxOperations });
  const answers = operations.map((operation) => settled(operation.run(batched)));
  try {
    await execute();
  } catch (thrown) {
    throw await toSiteError(thrown);
  }
  return Promise.all(answers);
}

async function settled<T>(answer: Promise<T>): Promise<OperationResult<T>> {
  try {
    return { ok: true, value: await answer };
  } catch (thrown) {
    return { ok: false, error: await toSiteError(thrown) };
  }
}

function statusOf<T>(outcome: OperationResult<T> | undefined): number | undefined {
  return outcome?.ok === false ? outcome.error.status : undefined;
}

function isBusy<T>(outcome: OperationResult<T> | undefined): boolean {
  return outcome?.ok === false && outcome.error.kind === 'busy';
}

function longestAsked<T>(outcomes: readonly (OperationResult<T> | undefined)[]): number | undefined {
  const asked = outcomes.flatMap((outcome) => (outcome?.ok === false ? (outcome.error.retryAfter ?? []) : []));
  return asked.length > 0 ? Math.max(...asked) : undefined;
}
