import { randomUUID } from 'node:crypto';
import { assureThere, openSite, type Site } from '../site/connection';
import { tokenFor } from '../site/token';
import type { Pause, Send } from '../site/send';
import { SiteError } from '../site/siteError';
import { StopRequested } from '../site/batch';
import { wordsOf } from '../plainError';
import type { Report } from '../report';
import { decideAll } from './access';
import { tellAlarms, waitTeller } from './alarms';
import type { Unclosed } from './apply/closures';
import { StageRefused } from './apply/writer';
import { manifestFile, readManifest, type Manifest } from './bundle/manifest';
import { readSchool } from './bundle/readSchool';
import { desire, type Desired } from './desired/desired';
import { collectFindings, type Finding, type Findings } from './findings';
import { findHidden, type Hidden } from './hidden';
import { AnotherRun, openJournal, readHistory, type History, type Journal } from './journal';
import { keyRing } from './keys';
import { publish, type Published } from './publish';
import { accessChange, type AccessChange } from './plan/accessChange';
import { changesOf, planAll, type Plan } from './plan/plan';
import { assureProvisioned, readPresent, type Present } from './present/present';
import { readPublished } from './present/published';
import type { School } from './school';
import { stopwatch, type Stopwatch } from './stopwatch';
import { fileCounts, findingCounts, listCounts, tellAccess, tellFindings, tellPlan, tellProblems, type Summary } from './summary';

export interface StageOptions {
  /** The folder of the bundle. */
  readonly folder: string;
  readonly siteUrl: string;
  readonly token?: string | undefined;
  readonly fetch?: Send | undefined;
  readonly pause?: Pause | undefined;
  /** Do everything but write. */
  readonly dryRun?: boolean | undefined;
  readonly clock?: (() => Date) | undefined;
  /** Stops after the current batch. */
  readonly signal?: AbortSignal | undefined;
  readonly report: Report;
}

/** An export older than this may be a file that nobody renews. */
const oldestExtractHours = 7 * 24;

/**
 * Publishes an export: reads, checks everything, decides access, plans, shows the plan, applies it, verifies.
 * Never throws for what a school or a site can cause: the summary's exit code and the report say what happened.
 */
export async function stage(options: StageOptions): Promise<Summary> {
  const watch = stopwatch();
  const findings = collectFindings();
  const clock = options.clock ?? (() => new Date());
  const site = openSite({ ...options, onWait: waitTeller(options.report), token: tokenFor(options.siteUrl, options.token, 'publisher@oakfield.example') });
  const run = await attempt({ options, site, findings, clock, watch, progress: { began: false, unclosed: [], hidden: [] } });
  const summary: Summary = { ...emptySummary(options.dryRun ?? false), ...run, findings: findingCounts(findings.all), seconds: watch.laps() };
  options.report.line(JSON.stringify(summary));
  return summary;
}

interface Run {
  readonly options: StageOptions;
  readonly site: Site;
  readonly findings: Findings;
  readonly clock: () => Date;
  readonly watch: Stopwatch;
  /** Whether anything may have been written, what is not known to be closed, and what we cannot see. */
  readonly progress: { began: boolean; unclosed: readonly Unclosed[]; hidden: readonly Hidden[] };
}

type Ending = Partial<Summary> & Pick<Summary, 'outcome' | 'exitCode'>;

async function attempt(run: Run): Promise<Ending> {
  try {
    return await stageOnce(run);
  } catch (thrown) {
    const { unclosed, hidden } = run.progress;
    tellAlarms(unclosed, hidden, run.options.report);
    run.options.report.line(wordsOf(thrown));
    if (run.progress.began && mayBeRepeated(thrown)) run.options.report.line('Nothing is lost: run the command again and it carries on where it stopped.');
    return { outcome: 'failed', exitCode: unclosed.length + hidden.length > 0 ? 3 : run.progress.began ? 1 : 2 };
  }
}

async function stageOnce(run: Run): Promise<Ending> {
  const { options: { report, folder }, site, findings, clock, watch } = run;
  const now = clock();
  const manifest = await readManifest(folder, findings);
  if (manifest) await assureReady(site);
  const history = manifest && await readHistory(site);
  if (history) checkAge(manifest, history, now, findings);
  const read = manifest && !isStopped(findings.all, [manifestFile]) ? await readSchool(folder, manifest, now, findings) : undefined;
  watch.lap('read and check');
  if (!read) return refused(findings.all, report);
  const decisions = decideAll(read, now, findings);
  const runId = randomUUID();
  const opening = { runId, urn: read.school.manifest.school.urn, extractedAt: read.school.manifest.extractedAt, started: clock(), after: history?.newest ?? 0 };
  // A run that may still be at work stops at ours: what it opens must not escape what we read now.
  const takenOver = history?.isLastOpen && !run.options.dryRun ? await openJournal(site, opening) : undefined;
  const present = await readPresent(site);
  const hidden = await findHidden(site, present);
  run.progress.hidden = hidden;
  watch.lap('read the site');
  const keys = keyRing(present.keys);
  const published = await readPublished(site, read.school, present);
  const desired = desire({ school: read.school, decisions, findings: findings.all, keys, present, published, now, runId });
  const plan = planAll(read.school, desired, present, keys);
  const change = accessChange(desired, present);
  watch.lap('plan');
  tellAccess(change, report);
  tellFindings(findings.all, report);
  tellPlan(plan, report);
  const ending = await carryOut(run, { school: read.school, desired, present, hidden, plan, change, openJournal: async () => takenOver ?? openJournal(site, opening) });
  if (ending.outcome === 'nothing to do') await takenOver?.close('published', clock(), '{}');
  return ending;
}

function mayBeRepeated(thrown: unknown): boolean {
  return thrown instanceof SiteError || thrown instanceof StopRequested || thrown instanceof StageRefused || thrown instanceof AnotherRun;
}

async function assureReady(site: Site): Promise<void> {
  await assureThere(site);
  await assureProvisioned(site);
}

interface Planned {
  readonly school: School;
  readonly desired: Desired;
  readonly present: Present;
  readonly hidden: readonly Hidden[];
  readonly plan: Plan;
  readonly change: AccessChange;
  readonly openJournal: () => Promise<Journal>;
}

async function carryOut({ options, site, findings, clock, watch, progress }: Run, planned: Planned): Promise<Ending> {
  const { school, plan, change } = planned;
  const isHeld = findings.all.some(({ effect }) => effect !== 'warn');
  const counts = {
    files: fileCounts(school, findings.all), lists: listCounts(plan), access: { gained: change.gained.length, lost: change.lost.length },
  };
  const isWriting = !options.dryRun && changesOf(plan) > 0;
  if (!isWriting) tellAlarms([], planned.hidden, options.report);
  const exitCode = planned.hidden.length > 0 ? 3 : isHeld ? 1 : 0;
  if (options.dryRun) return { ...counts, outcome: 'dry run', exitCode };
  if (changesOf(plan) === 0) return { ...counts, outcome: 'nothing to do', exitCode };
  progress.began = true;
  const losing = new Set(change.lost.map(({ adultKey }) => adultKey));
  const onUnclosed = (open: readonly Unclosed[]) => { progress.unclosed = open; };
  const { problems, journal, unclosed, hidden } = await publish({ ...planned, site, losing, onUnclosed, report: options.report, watch });
  tellAlarms(unclosed, hidden, options.report);
  tellProblems(problems, options.report);
  const ending = unclosed.length + hidden.length > 0 ? alarmed : endingOf(isHeld, problems);
  await journal.close(ending.outcome, clock(), JSON.stringify({ ...counts, findings: findingCounts(findings.all), problems: problems.length }));
  options.report.line(ending.exitCode === 0 ? 'Published.' : 'Published, with something held back.');
  return { ...counts, ...ending, problems: problems.length };
}

const alarmed = { outcome: 'published with held rows', exitCode: 3 } as const;

function endingOf(isHeld: boolean, problems: Published['problems']) {
  const isWhole = !isHeld && problems.length === 0;
  return isWhole ? { outcome: 'published', exitCode: 0 } as const : { outcome: 'published with held rows', exitCode: 1 } as const;
}

/** PKG-01: another school's export, or an older one than we have published. */
function checkAge(manifest: Manifest, history: History, now: Date, findings: Findings): void {
  const stop = (column: string, message: string) => findings.add({ code: 'PKG-01', effect: 'stop', file: manifestFile, column, message });
  if (history.urn !== undefined && history.urn !== manifest.school.urn) stop('school.urn', 'This is the export of another school: the site belongs to the school of its first run.');
  if (history.lastExtract !== undefined && manifest.extractedAt < history.lastExtract) stop('extractedAt', 'The export is older than the one that was published last.');
  const hours = (now.getTime() - new Date(manifest.extractedAt).getTime()) / 3_600_000;
  if (hours > oldestExtractHours) stop('extractedAt', `The export is older than ${oldestExtractHours / 24} days.`);
  if (hours < -24) stop('extractedAt', 'The export lies in the future.');
}

function isStopped(findings: readonly Finding[], files: readonly string[]): boolean {
  return findings.some(({ effect, file }) => effect === 'stop' && files.includes(file));
}

function refused(findings: readonly Finding[], report: Report): Ending {
  tellFindings(findings, report);
  report.line('Nothing was published.');
  return { outcome: 'refused', exitCode: 2 };
}

function emptySummary(dryRun: boolean): Omit<Summary, 'outcome' | 'exitCode'> {
  return { dryRun, files: {}, lists: {}, access: { gained: 0, lost: 0 }, findings: {}, problems: 0, seconds: {} };
}
