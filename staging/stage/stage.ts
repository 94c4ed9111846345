import { randomUUID } from 'node:crypto';
import { schoolNow } from '../../src/domain/time/schoolTime';
import { StopRequested } from '../site/batch';
import { assureThere } from '../site/connection';
import { SiteError } from '../site/siteError';
import { wordsOf } from '../plainError';
import { decideAll } from './access/decide';
import { tellAlarms } from './print/alarms';
import { StageRefused } from './publish/batchWriter';
import { approve } from './approve';
import { limitsOn } from './limits';
import { manifestFile, readManifest } from './bundle/manifest';
import { readSchool } from './readSchool/readSchool';
import { carryOut } from './apply';
import { checkAge, tellMissingFiles } from './checks/delivery';
import { closeJournal, whatHappened } from './runRecord';
import { collectFindings, type Finding } from './findings/findings';
import { findHidden } from './publish/hidden';
import { AnotherRun, openJournal, readHistory } from './journal';
import type { Facts } from './prepare';
import { readKeyRows } from './currentState/people';
import { assureProvisioned, readPresent } from './currentState/currentState';
import { readPublished } from './currentState/previousState';
import { openingOf, siteOf, type Ending, type Run, type StageOptions } from './run';
import { stopwatch } from './timings';
import { countsOf, emptySummary, tellFindings, tellTotals, type Summary } from './summary';
import { timeZone } from './timeZone';

export type { StageOptions } from './run';

/**
 * Publishes an export: reads, checks everything, decides access, holds back what is out of the ordinary, plans, shows the plan, applies it, verifies.
 * Never throws for what a school or a site can cause: the summary's exit code and the report say what happened.
 */
export async function stage(options: StageOptions): Promise<Summary> {
  const watch = stopwatch();
  const findings = collectFindings();
  const clock = options.clock ?? (() => new Date());
  const run: Run = { options, site: siteOf(options), findings, clock, watch, runId: randomUUID(), progress: { unclosed: [], hidden: [] } };
  const ending = await attempt(run);
  const summary: Summary = { ...ending, ...summaryOf(run), ...ending, ...countsOf(findings), seconds: watch.laps() };
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

async function attempt(run: Run): Promise<Ending> {
  const {
    options: { report },
    progress,
  } = run;
  try {
    return await stageOnce(run);
  } catch (thrown) {
    const isAlarm = tellAlarms(progress.unclosed, progress.hidden, report);
    report.line(wordsOf(thrown));
    if (!progress.before) return { outcome: 'failed', exitCode: isAlarm ? 3 : 2 };
    if (mayBeRepeated(thrown)) report.line('Nothing is lost: run the command again and it carries on where it stopped.');
    const isStop = thrown instanceof StopRequested || thrown instanceof AnotherRun;
    return { ...(await whatHappened(run)), outcome: isStop ? 'stopped' : 'failed', exitCode: isAlarm ? 3 : 4 };
  }
}

function mayBeRepeated(thrown: unknown): boolean {
  return thrown instanceof SiteError || thrown instanceof StopRequested || thrown instanceof StageRefused || thrown instanceof AnotherRun;
}

async function stageOnce(run: Run): Promise<Ending> {
  const {
    options: { report, folder, dryRun, limits },
    site,
    findings,
    clock,
    watch,
    progress,
  } = run;
  const now = clock();
  const manifest = await readManifest(folder, findings);
  if (manifest) progress.manifest = manifest;
  await assureThere(site);
  await assureProvisioned(site);
  const history = await readHistory(site);
  progress.history = history;
  if (!manifest) return refused(run);
  checkAge(manifest, history, now, findings);
  const known = [...(await readKeyRows(site)).people.values()];
  const idsOf = (kind: 'pupil' | 'adult') => new Set(known.filter((person) => person.kind === kind).map(({ misId }) => misId));
  const read = isStopped(findings.all, [manifestFile])
    ? undefined
    : await readSchool(folder, manifest, now, findings, { pupils: idsOf('pupil'), contacts: idsOf('adult') }, report.progress);
  watch.lap('read and check');
  if (!read) return refused(run);
  const { school } = read;
  tellMissingFiles(manifest, history.memory, findings);
  const decisions = decideAll(read, now, findings);
  // A run that may still be at work stops at ours: what it opens must not escape what we read now.
  if (history.isLastOpen && !dryRun) progress.journal = await openJournal(site, openingOf(run));
  const present = await readPresent(site, report.progress);
  progress.hidden = await findHidden(site, present);
  watch.lap('read the site');
  const published = await readPublished(site, school, present, report.progress);
  const today = schoolNow(now, timeZone).date;
  const facts: Facts = {
    site,
    school,
    decisions,
    present,
    published,
    memory: history.memory,
    now,
    today,
    limits: limitsOn(today, manifest.limits, limits),
  };
  const approving = await approve(run, facts);
  watch.lap('plan');
  tellTotals(school, history.memory, report);
  if (!approving) return { outcome: 'refused', exitCode: 2 };
  return carryOut(run, facts, approving);
}

function isStopped(findings: readonly Finding[], files: readonly string[]): boolean {
  return findings.some(({ effect, file }) => effect === 'stop' && files.includes(file));
}

function refused({ findings, options: { report } }: Run): Ending {
  tellFindings(findings, undefined, report);
  report.line('Nothing was published.');
  return { outcome: 'refused', exitCode: 2 };
}
