import { randomUUID } from 'node:crypto';
import { errorText } from '../plainError';
import { StopRequested } from '../site/batch';
import { SiteError } from '../site/siteError';
import { apply } from './apply';
import { approve } from './approve';
import { collectFindings } from './findings/findings';
import { gatherFacts, openExport } from './gather';
import { AnotherRun } from './journal';
import { printAlarms } from './print/alarms';
import { printFindings, printTotals } from './print/print';
import { StageRefused } from './publish/batchWriter';
import { siteOf, type Run, type RunResult, type StageOptions } from './run';
import { accessNow, closeJournal } from './runRecord';
import { countsOf, emptySummary, type Summary } from './summary';
import { startTimings } from './timings';

export type { StageOptions } from './run';

/**
 * Publishes an export: reads, checks everything, decides access, holds back what is out of the ordinary, plans, shows the plan, applies it, verifies.
 * Never throws for what a school or a site can cause: the summary's exit code and the report say what happened.
 */
export async function stage(options: StageOptions): Promise<Summary> {
  const timings = startTimings();
  const findings = collectFindings();
  const clock = options.clock ?? (() => new Date());
  const run: Run = {
    options,
    site: siteOf(options),
    findings,
    clock,
    timings,
    runId: randomUUID(),
    state: { unrevoked: [], hidden: [] },
  };
  const result = await runSafely(run);
  const summary: Summary = { ...result, ...summaryOf(run), ...result, ...countsOf(findings), seconds: timings.seconds() };
  const closed: Summary =
    (await closeJournal(run, summary)) || summary.exitCode > 1 ? summary : { ...summary, outcome: 'failed', exitCode: 4 };
  options.report.log(JSON.stringify(closed));
  return closed;
}

function summaryOf({ options, runId, state: { manifest } }: Run): Omit<Summary, 'outcome' | 'exitCode'> {
  return {
    ...emptySummary,
    runId,
    school: manifest?.school.urn ?? null,
    exportedAt: manifest?.extractedAt ?? null,
    dryRun: options.dryRun ?? false,
  };
}

/** Turns what is thrown into a result: what is still open first, then what happened. */
async function runSafely(run: Run): Promise<RunResult> {
  const {
    options: { report },
    state,
  } = run;
  try {
    return await runStages(run);
  } catch (thrown) {
    const isAlarm = printAlarms(state.unrevoked, state.hidden, report);
    report.log(errorText(thrown));
    if (!state.before) return { outcome: 'failed', exitCode: isAlarm ? 3 : 2 };
    if (mayBeRepeated(thrown)) report.log('Nothing is lost: run the command again and it carries on where it stopped.');
    const isStop = thrown instanceof StopRequested || thrown instanceof AnotherRun;
    return { ...(await accessNow(run)), outcome: isStop ? 'stopped' : 'failed', exitCode: isAlarm ? 3 : 4 };
  }
}

function mayBeRepeated(thrown: unknown): boolean {
  return thrown instanceof SiteError || thrown instanceof StopRequested || thrown instanceof StageRefused || thrown instanceof AnotherRun;
}

/** The pipeline: export, current state, desired state and diff, approval, and then it is applied or printed. */
async function runStages(run: Run): Promise<RunResult> {
  const { options, timings } = run;
  const opened = await openExport(run);
  timings.mark('read and check');
  if (!opened) return refused(run);
  const facts = await gatherFacts(run, opened);
  const approving = await approve(run, facts);
  timings.mark('plan');
  printTotals(facts.school, facts.memory, options.report);
  return approving ? apply(run, facts, approving) : { outcome: 'refused', exitCode: 2 };
}

function refused({ findings, options: { report } }: Run): RunResult {
  printFindings(findings, undefined, report);
  report.log('Nothing was published.');
  return { outcome: 'refused', exitCode: 2 };
}
