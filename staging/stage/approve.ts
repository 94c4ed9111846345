import { createHash } from 'node:crypto';
import { approvalKey, printWaiting, tokenOf, type Waiting } from './waiting';
import type { Approval } from './journal';
import { prepare, type Facts, type Prepared } from './prepare';
import type { Run } from './run';
import type { School } from './school/school';

export interface Approving {
  readonly prepared: Prepared;
  /** What still waits. */
  readonly waiting: readonly Waiting[];
  readonly exportHash: string;
  readonly approval: Approval | undefined;
}

/** Works out the run; with a token, once more with all approved that waits under it. Undefined where the token does not fit. */
export async function approve(run: Run, facts: Facts): Promise<Approving | undefined> {
  const {
    options: { approve: token, report },
    state: { history },
  } = run;
  const exportHash = hashOf(facts.school);
  const prepared = await prepare(facts, () => false);
  if (token === undefined) return { prepared, waiting: prepared.waiting, exportHash, approval: undefined };
  const unfinished = history?.unfinished?.token === token && history.unfinished.exportHash === exportHash ? history.unfinished : undefined;
  const keys = new Set([...prepared.waiting.map(({ key }) => approvalKey(key)), ...(unfinished?.keys ?? [])]);
  const isSame = prepared.waiting.length > 0 && tokenOf(prepared.waiting, exportHash, history?.lastPublished ?? '') === token;
  const isRest = unfinished !== undefined && prepared.waiting.every(({ key }) => unfinished.keys.includes(approvalKey(key)));
  if (!isSame && !isRest) {
    report.log(
      'The token is not that of what waits now: it was used already, or the export or the site has changed since. Nothing was published.',
    );
    printApprovals(run, prepared.waiting, exportHash);
    return undefined;
  }
  const isApproved = (key: string) => keys.has(approvalKey(key));
  const allowed = await prepare(facts, isApproved);
  return {
    prepared: allowed,
    waiting: allowed.waiting.filter(({ key }) => !isApproved(key)),
    exportHash,
    approval: { token, exportHash, keys: [...keys] },
  };
}

/** Prints what waits, and answers its token: for the state of the site that this run leaves where it has published, else for the one it found. */
export function printApprovals(
  { options: { folder, report }, state: { history } }: Run,
  waiting: readonly Waiting[],
  exportHash: string,
  publishedAs?: string,
): string | null {
  if (waiting.length === 0) return null;
  const token = tokenOf(waiting, exportHash, publishedAs ?? history?.lastPublished ?? '');
  printWaiting(waiting, token, folder, report);
  return token;
}

/** What was exported: the same for the same files, wherever they lie. */
function hashOf({ manifest, files }: School): string {
  const hashes = [...files].map(([name, { sha256 = '' }]) => [name, sha256]).sort();
  return createHash('sha256')
    .update(JSON.stringify([manifest.school.urn, manifest.extractedAt, manifest.files, manifest.limits ?? {}, hashes]))
    .digest('hex');
}
