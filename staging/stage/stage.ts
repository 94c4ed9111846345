import { randomUUID } from 'node:crypto';
import { schoolNow } from '../../src/domain/time/schoolTime';
import { StopRequested } from '../site/batch';
import { assertSiteExists } from '../site/connection';
import { SiteError } from '../site/siteError';
import { errorText } from '../plainError';
import { decideAll } from './access/decide';
import { printAlarms } from './print/alarms';
import { StageRefused } from './publish/batchWriter';
import { approve } from './approve';
import { limitsOn } from './limits';
import { manifestFile, readManifest } from './bundle/manifest';
import { readSchool } from './readSchool/readSchool';
import { apply } from './apply';
import { checkAge, reportMissingFiles } from './checks/delivery';
import { closeJournal, accessNow } from './runRecord';
import { collectFindings, type Finding } from './findings/findings';
import { findHidden } from './publish/hidden';
import { AnotherRun, openJournal, readHistory } from './journal';
import type { Facts } from './prepare';
import { readKeyRows } from './currentState/people';
import { assertProvisioned, readCurrentState } from './currentState/currentState';
import { readPreviousState } from './currentState/previousState';
import { runStartOf, siteOf, type RunResult, type Run, type StageOptions } from './run';
import { startTimings } from './timings';
import { countsOf, emptySummary, printFindings, printTotals, type Summary } from './summary';
import { timeZone } from './timeZone';

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
    progress: { unrevoked: [], hidden: [] },
  };
  const ending = await attempt(run);
  const summary: Summary = { ...ending, ...summaryOf(run), ...ending, ...countsOf(findings), seconds: timings.seconds() };
  const closed: Summary =
    (await closeJournal(run, summary)) || summary.exitCode > 1 ? summary : { ...summary, outcome: 'failed', exitCode: 4 };
  options.report.line(JSON.stringify(closed));
  return closed;
}

function summaryOf({ options, runId, progress: { manifest } }: Run): Omit<Summary, 'outcome' | 'exitCode'> {
  return {
    ...emptySummary,
    runId,
    school: manifest?.school.urn ?? null,
    exportedAt: manifest?.extractedAt ?? null,
    dryRun: options.dryRun ?? false,
  };
}

async function attempt(run: Run): Promise<RunResult> {
  const {
    options: { report },
    progress,
  } = run;
  try {
    return await runStages(run);
  } catch (thrown) {
    const isAlarm = printAlarms(progress.unrevoked, progress.hidden, report);
    report.line(errorText(thrown));
    if (!progress.before) return { outcome: 'failed', exitCode: isAlarm ? 3 : 2 };
    if (mayBeRepeated(thrown)) report.line('Nothing is lost: run the command again and it carries on where it stopped.');
    const isStop = thrown instanceof StopRequested || thrown instanceof AnotherRun;
    return { ...(await accessNow(run)), outcome: isStop ? 'stopped' : 'failed', exitCode: isAlarm ? 3 : 4 };
  }
}

function mayBeRepeated(thrown: unknown): boolean {
  return thrown instanceof SiteError || thrown instanceof StopRequested || thrown instanceof StageRefused || thrown instanceof AnotherRun;
}

async function runStages(run: Run): Promise<RunResult> {
  const {
    options: { report, folder, dryRun, limits },
    site,
    findings,
    clock,
    timings,
    progress,
  } = run;
  const now = clock();
  const manifest = await readManifest(folder, findings);
  if (manifest) progress.manifest = manifest;
  await assertSiteExists(site);
  await assertProvisioned(site);
  const history = await readHistory(site);
  progress.history = history;
  if (!manifest) return refused(run);
  checkAge(manifest, history, now, findings);
  const known = [...(await readKeyRows(site)).people.values()];
  const idsOf = (kind: 'pupil' | 'adult') => new Set(known.filter((person) => person.kind === kind).map(({ misId }) => misId));
  const read = isStopped(findings.all, [manifestFile])
    ? undefined
    : await readSchool(folder, manifest, now, findings, { pupils: idsOf('pupil'), contacts: idsOf('adult') }, report.progress);
  timings.mark('read and check');
  if (!read) return refused(run);
  const { school } = read;
  reportMissingFiles(manifest, history.memory, findings);
  const decisions = decideAll(read, now, findings);
  // A run that may still be at work stops at ours: what it opens must not escape what we read now.
  if (history.isLastOpen && !dryRun) progress.journal = await openJournal(site, runStartOf(run));
  const currentState = await readCurrentState(site, report.progress);
  progress.hidden = await findHidden(site, currentState);
  timings.mark('read the site');
  const previous = await readPreviousState(site, school, currentState, report.progress);
  const today = schoolNow(now, timeZone).date;
  const facts: Facts = {
    site,
    school,
    decisions,
    currentState,
    previous,
    memory: history.memory,
    now,
    today,
    limits: limitsOn(today, manifest.limits, limits),
  };
  const approving = await approve(run, facts);
  timings.mark('plan');
  printTotals(school, history.memory, report);
  if (!approving) return { outcome: 'refused', exitCode: 2 };
  return apply(run, facts, approving);
}

function isStopped(findings: readonly Finding[], files: readonly string[]): boolean {
  return findings.some(({ effect, file }) => effect === 'stop' && files.includes(file));
}

function refused({ findings, options: { report } }: Run): RunResult {
  printFindings(findings, undefined, report);
  report.line('Nothing was published.');
  return { outcome: 'refused', exitCode: 2 };
}
