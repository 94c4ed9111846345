import { errorText } from '../plainError';
import { openJournal } from './journal';
import { openPairs, openSights } from './currentState/sights';
import { readCurrentState } from './currentState/currentState';
import { runStartOf, siteOf, type Run } from './run';
import type { Summary } from './summary';

/** Who gained and who lost access in a run that did not come to its end: the site itself is asked, where it answers. */
export async function accessNow({ options, state: { before }, runId }: Run): Promise<Pick<Summary, 'access'> | undefined> {
  if (!before) return undefined;
  try {
    const now = await readCurrentState(siteOf({ ...options, signal: undefined }));
    const [seen, sees] = [openSights(before), openSights(now)];
    const missing = (from: ReadonlySet<string>, all: ReadonlySet<string>) => [...all].filter((sight) => !from.has(sight)).length;
    return { access: { gained: missing(seen, sees), lost: missing(sees, seen), open: openPairs(now) } };
  } catch (thrown) {
    options.report.log(`Who can see what after run ${runId} could not be read. ${errorText(thrown)}`);
    return { access: null };
  }
}

/** Every run that has found its site leaves a row, but one that had nothing to do. False where it could not be written. */
export async function closeJournal(run: Run, summary: Summary): Promise<boolean> {
  const {
    site,
    options: { dryRun, report },
    state,
    clock,
  } = run;
  if (dryRun || !state.history || (summary.outcome === 'nothing to do' && !state.journal)) return true;
  const outcome = summary.outcome === 'nothing to do' || summary.outcome === 'dry run' ? 'published' : summary.outcome;
  try {
    const journal = state.journal ?? (await openJournal(site, runStartOf(run)));
    await journal.close(outcome, clock(), JSON.stringify(summary), state.memory);
    return true;
  } catch (thrown) {
    report.log(`The journal could not be written. ${errorText(thrown)}`);
    return false;
  }
}
