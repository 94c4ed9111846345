import { createHash, randomUUID } from 'node:crypto';
import { schoolNow } from '../../src/domain/schoolTime';
import { StopRequested } from '../site/batch';
import { assureThere, openSite, type Site } from '../site/connection';
import type { Pause, Send } from '../site/send';
import { SiteError } from '../site/siteError';
import { tokenFor } from '../site/token';
import { wordsOf } from '../plainError';
import type { Report } from '../report';
import { decideAll } from './access';
import { tellAlarms, waitTeller } from './alarms';
import type { Unclosed } from './apply/closures';
import { StageRefused } from './apply/writer';
import { limitsOn, type Limits } from './brakes/limits';
import { approvalKey, tellWaiting, tokenOf, waitingFindings, type Waiting } from './brakes/waiting';
import { manifestFile, readManifest, type Manifest } from './bundle/manifest';
import { readSchool } from './bundle/readSchool';
import { findingRows } from './desired/shared';
import { collectFindings, type Finding, type Findings } from './findings';
import { findHidden, type Hidden } from './hidden';
import { AnotherRun, openJournal, readHistory, type Approval, type History, type Journal, type Memory, type Opening } from './journal';
import { newFindings } from './newFindings';
import { prepare, type Facts, type Prepared } from './prepare';
import { changesOf, planFindings } from './plan/plan';
import { assureProvisioned, readPresent, type Present } from './present/present';
import { readKeyRows } from './present/people';
import { readPublished } from './present/published';
import { openPairs, openSights } from './present/sights';
import { publish } from './publish';
import type { School } from './school';
import { stopwatch, type Stopwatch } from './stopwatch';
import { countsOf, emptySummary, fileCounts, listCounts, tellAccess, tellAccounts, tellFindings, tellPlan, tellProblems, tellTotals, type Summary } from './summary';
import { timeZone } from './timeZone';

export interface StageOptions {
  /** The folder of the bundle. */
  readonly folder: string;
  readonly siteUrl: string;
  readonly token?: string | undefined;
  readonly fetch?: Send | undefined;
  readonly pause?: Pause | undefined;
  /** Do everything but write. */
  readonly dryRun?: boolean | undefined;
  /** The token under which a run before this one printed what waits: it is done now. */
  readonly approve?: string | undefined;
  /** Go before the limits of bundle.json. */
  readonly limits?: Partial<Limits> | undefined;
  readonly clock?: (() => Date) | undefined;
  /** Stops after the current batch. */
  readonly signal?: AbortSignal | undefined;
  readonly report: Report;
}

/** Who publishes on the local site. */
const publisherAccount = 'publisher@oakfield.example';

/** An export older than this may be a file that nobody renews. */
const oldestExtractHours = 7 * 24;
/** Clocks differ; an export from later than this was made with a clock that is wrong, and would make the next good one look old. */
const mostMinutesAhead = 10;

/**
 * Publishes an export: reads, checks everything, decides access, holds back what is out of the ordinary, plans, shows the plan, applies it, verifies.
 * Never throws for what a school or a site can cause: the summary's exit code and the report say what happened.
 */
export async function stage(options: StageOptions): Promise<Summary> {
  const watch = stopwatch();
  const findings = collectFindings();
  const clock = options.clock ?? (() => new Date());
  const site = openSite({ ...options, onWait: waitTeller(options.report), token: tokenFor(options.siteUrl, options.token, publisherAccount) });
  const run: Run = { options, site, findings, clock, watch, runId: randomUUID(), progress: { unclosed: [], hidden: [] } };
  const ending = await attempt(run);
  const summary: Summary = { ...ending, ...summaryOf(run), ...ending, ...countsOf(findings), seconds: watch.laps() };
  const closed: Summary = await closeJournal(run, summary) || summary.exitCode > 1 ? summary : { ...summary, outcome: 'failed', exitCode: 4 };
  options.report.line(JSON.stringify(closed));
  return closed;
}

interface Run {
  readonly options: StageOptions;
  readonly site: Site;
  readonly findings: Findings;
  readonly clock: () => Date;
  readonly watch: Stopwatch;
  readonly runId: string;
  readonly progress: Progress;
}

/** How far a run has come: what is known of it when it fails. */
interface Progress {
  manifest?: Manifest;
  history?: History;
  journal?: Journal;
  /** What the next run compares with, once it is certain. */
  memory?: Memory;
  /** Anything may have been written. */
  began?: true;
  /** The site as it was before. */
  before?: Present;
  /** What is not known to be closed, and what we cannot see. */
  unclosed: readonly Unclosed[];
  hidden: readonly Hidden[];
}

type Ending = Partial<Summary> & Pick<Summary, 'outcome' | 'exitCode'>;

function summaryOf({ options, runId, progress: { manifest } }: Run): Omit<Summary, 'outcome' | 'exitCode'> {
  return { ...emptySummary, runId, school: manifest?.school.urn ?? null, exportedAt: manifest?.extractedAt ?? null, dryRun: options.dryRun ?? false };
}

async function attempt(run: Run): Promise<Ending> {
  const { options: { report }, progress } = run;
  try {
    return await stageOnce(run);
  } catch (thrown) {
    const isAlarm = tellAlarms(progress.unclosed, progress.hidden, report);
    report.line(wordsOf(thrown));
    if (!progress.began) return { outcome: 'failed', exitCode: isAlarm ? 3 : 2 };
    if (mayBeRepeated(thrown)) report.line('Nothing is lost: run the command again and it carries on where it stopped.');
    const isStop = thrown instanceof StopRequested || thrown instanceof AnotherRun;
    return { ...await whatHappened(run), outcome: isStop ? 'stopped' : 'failed', exitCode: isAlarm ? 3 : 4 };
  }
}

/** Who gained and who lost access in a run that did not come to its end: the site itself is asked, where it answers. */
async function whatHappened({ options, progress: { before }, runId }: Run): Promise<Pick<Summary, 'access'> | undefined> {
  if (!before) return undefined;
  try {
    const now = await readPresent(openSite({ ...options, signal: undefined, token: tokenFor(options.siteUrl, options.token, publisherAccount) }));
    const [seen, sees] = [openSights(before), openSights(now)];
    const missing = (from: ReadonlySet<string>, all: ReadonlySet<string>) => [...all].filter(sight => !from.has(sight)).length;
    return { access: { gained: missing(seen, sees), lost: missing(sees, seen), open: openPairs(now) } };
  } catch (thrown) {
    options.report.line(`Who can see what after run ${runId} could not be read. ${wordsOf(thrown)}`);
    return { access: null };
  }
}

function mayBeRepeated(thrown: unknown): boolean {
  return thrown instanceof SiteError || thrown instanceof StopRequested || thrown instanceof StageRefused || thrown instanceof AnotherRun;
}

async function stageOnce(run: Run): Promise<Ending> {
  const { options: { report, folder, dryRun, limits }, site, findings, clock, watch, progress } = run;
  const now = clock();
  const manifest = await readManifest(folder, findings);
  if (!manifest) return refused(run);
  progress.manifest = manifest;
  await assureThere(site);
  await assureProvisioned(site);
  const history = await readHistory(site);
  progress.history = history;
  checkAge(manifest, history, now, findings);
  const known = [...(await readKeyRows(site)).people.values()];
  const idsOf = (kind: 'pupil' | 'adult') => new Set(known.filter(person => person.kind === kind).map(({ misId }) => misId));
  const read = isStopped(findings.all, [manifestFile]) ? undefined
    : await readSchool(folder, manifest, now, findings, { pupils: idsOf('pupil'), contacts: idsOf('adult') }, report.progress);
  watch.lap('read and check');
  if (!read) return refused(run);
  const { school } = read;
  tellMissingFiles(school, history.memory, findings);
  const decisions = decideAll(read, now, findings);
  // A run that may still be at work stops at ours: what it opens must not escape what we read now.
  if (history.isLastOpen && !dryRun) progress.journal = await openJournal(site, openingOf(run));
  const present = await readPresent(site, report.progress);
  progress.hidden = await findHidden(site, present);
  watch.lap('read the site');
  const published = await readPublished(site, school, present, report.progress);
  const today = schoolNow(now, timeZone).date;
  const facts: Facts = {
    site, school, decisions, present, published, memory: history.memory, now, today, limits: limitsOn(today, manifest.limits, limits),
  };
  const approving = await approve(run, facts);
  watch.lap('plan');
  tellTotals(school, history.memory, report);
  if (!approving) return { outcome: 'refused', exitCode: 2 };
  return carryOut(run, facts, approving);
}

interface Approving {
  readonly prepared: Prepared;
  /** What still waits. */
  readonly waiting: readonly Waiting[];
  readonly exportHash: string;
  readonly approval: Approval | undefined;
}

/** Works out the run; with a token, once more with all approved that waits under it. Undefined where the token does not fit. */
async function approve(run: Run, facts: Facts): Promise<Approving | undefined> {
  const { options: { approve: token, report }, progress: { history } } = run;
  const exportHash = hashOf(facts.school);
  const prepared = await prepare(facts, () => false);
  if (token === undefined) return { prepared, waiting: prepared.waiting, exportHash, approval: undefined };
  const unfinished = history?.unfinished?.token === token && history.unfinished.exportHash === exportHash ? history.unfinished : undefined;
  const keys = new Set([...prepared.waiting.map(({ key }) => approvalKey(key)), ...unfinished?.keys ?? []]);
  const isSame = prepared.waiting.length > 0 && tokenOf(prepared.waiting, exportHash, history?.lastPublished ?? '') === token;
  const isRest = unfinished !== undefined && prepared.waiting.every(({ key }) => unfinished.keys.includes(approvalKey(key)));
  if (!isSame && !isRest) {
    report.line('The token is not that of what waits now: it was used already, or the export or the site has changed since. Nothing was published.');
    tell(run, prepared.waiting, exportHash, '');
    return undefined;
  }
  const isApproved = (key: string) => keys.has(approvalKey(key));
  const allowed = await prepare(facts, isApproved);
  return { prepared: allowed, waiting: allowed.waiting.filter(({ key }) => !isApproved(key)), exportHash, approval: { token, exportHash, keys: [...keys] } };
}

function tell({ options: { folder, report }, progress: { history } }: Run, waiting: readonly Waiting[], exportHash: string, publishedAs: string): void {
  tellWaiting(waiting, tokenOf(waiting, exportHash, publishedAs || (history?.lastPublished ?? '')), folder, report);
}

async function carryOut(run: Run, facts: Facts, { prepared, waiting, exportHash, approval }: Approving): Promise<Ending> {
  const { options: { report, dryRun }, site, findings, watch, runId, progress } = run;
  const { school, present, memory } = facts;
  waitingFindings(waiting).forEach(findings.add);
  const rows = planFindings(findingRows(findings.all, runId, prepared.keys.salt), present);
  const plan = { ...prepared.plan, lists: [...prepared.plan.lists, rows] };
  const fresh = newFindings(findings, present.findings, memory, prepared.keys.salt);
  const { change, desired } = prepared;
  const counts = {
    files: fileCounts(school, findings, memory), lists: listCounts(plan), new: fresh.counts, waiting: waiting.length,
    access: { gained: change.gained.length, lost: change.lost.length, open: change.open },
  };
  const isStoppedByBrake = waiting.some(({ stops }) => stops);
  const isWriting = !dryRun && !isStoppedByBrake && changesOf(plan) > 0;
  if (!isWriting) tellAlarms([], progress.hidden, report);
  if (!isStoppedByBrake) tellAccess(change, report);
  tellFindings(findings, fresh, report);
  const alarm = progress.hidden.length > 0 ? 3 : undefined;
  if (isStoppedByBrake) {
    tell(run, waiting, exportHash, '');
    report.line('Nothing was published.');
    return { ...counts, lists: {}, access: { gained: 0, lost: 0, open: openPairs(present) }, outcome: 'waiting', exitCode: alarm ?? 2 };
  }
  tellPlan(plan, report);
  const isNew = fresh.counts.hold + fresh.counts.stop > 0;
  if (!isWriting) {
    tell(run, waiting, exportHash, '');
    progress.memory = memoryOf(school, findings, memory, memory.withoutAccount);
    return { ...counts, outcome: dryRun ? 'dry run' : 'nothing to do', exitCode: alarm ?? (isNew ? 1 : 0) };
  }
  progress.began = true;
  progress.before = present;
  const { problems, withoutAccount, unclosed, hidden } = await publish({
    site, desired, present, plan, report, watch, hidden: progress.hidden, losing: new Set(change.lost.map(({ adultKey }) => adultKey)),
    onUnclosed: open => { progress.unclosed = open; },
    openJournal: async () => (progress.journal ??= await openJournal(site, openingOf(run, approval))),
  });
  const isAlarm = tellAlarms(unclosed, hidden, report);
  tellProblems(problems, report);
  tellAccounts(withoutAccount, memory, report);
  progress.memory = memoryOf(school, findings, memory, withoutAccount);
  tell(run, waiting, exportHash, runId);
  const isNewAccount = withoutAccount.some(key => !memory.withoutAccount.includes(key));
  const exitCode = isAlarm ? 3 : problems.length > 0 ? 4 : isNew || isNewAccount ? 1 : 0;
  const isHeld = exitCode > 1 || findings.effects.hold + findings.effects.stop > 0;
  report.line(isHeld ? 'Published, with something held back.' : 'Published.');
  return { ...counts, outcome: isHeld ? 'published with held rows' : 'published', exitCode, problems: problems.length };
}

function memoryOf(school: School, findings: Findings, before: Memory, withoutAccount: readonly string[]): Memory {
  const read = [...school.files].filter(([, { rowsIn }]) => rowsIn !== undefined);
  return {
    rows: { ...before.rows, ...Object.fromEntries(read.map(([name, { rowsIn = 0 }]) => [name, rowsIn])) },
    restrictions: { ...before.restrictions, ...Object.fromEntries(read.map(([name, { restrictions = {} }]) => [name, restrictions])) },
    findings: findings.counts, withoutAccount,
  };
}

function openingOf({ runId, progress: { manifest, history }, clock }: Run, approved?: Approval): Opening {
  return { runId, urn: manifest?.school.urn ?? '', extractedAt: manifest?.extractedAt, started: clock(), after: history?.newest ?? 0, approved };
}

/** Every run that has found its site leaves a row, but one that had nothing to do. False where it could not be written. */
async function closeJournal(run: Run, summary: Summary): Promise<boolean> {
  const { site, options: { dryRun, report }, progress, clock } = run;
  if (dryRun || !progress.history || (summary.outcome === 'nothing to do' && !progress.journal)) return true;
  const outcome = summary.outcome === 'nothing to do' || summary.outcome === 'dry run' ? 'published' : summary.outcome;
  try {
    const journal = progress.journal ?? await openJournal(site, openingOf(run));
    await journal.close(outcome, clock(), JSON.stringify(summary), progress.memory);
    return true;
  } catch (thrown) {
    report.line(`The journal could not be written. ${wordsOf(thrown)}`);
    return false;
  }
}

/** What was exported: the same for the same files, wherever they lie. */
function hashOf({ manifest, files }: School): string {
  const hashes = [...files].map(([name, { sha256 = '' }]) => [name, sha256]).sort();
  return createHash('sha256').update(JSON.stringify([manifest.school.urn, manifest.extractedAt, hashes])).digest('hex');
}

/** PKG-06: silence about what came last time. */
function tellMissingFiles({ manifest }: School, { rows }: Memory, findings: Findings): void {
  Object.keys(rows).filter(file => manifest.files[file] === undefined).forEach(file => findings.add({
    code: 'PKG-06', effect: 'hold', file, message: 'The file came with the last export, and bundle.json does not name it any more. What was published stays, and grows old.',
  }));
}

/** PKG-01: another school's export, or an older one than we have published. */
function checkAge(manifest: Manifest, history: History, now: Date, findings: Findings): void {
  const stop = (column: string, message: string) => findings.add({ code: 'PKG-01', effect: 'stop', file: manifestFile, column, message });
  if (history.urn !== undefined && history.urn !== manifest.school.urn) stop('school.urn', 'This is the export of another school: the site belongs to the school of its first run.');
  if (history.lastExtract !== undefined && manifest.extractedAt < history.lastExtract) stop('extractedAt', 'The export is older than the one that was published last.');
  const hours = (now.getTime() - new Date(manifest.extractedAt).getTime()) / 3_600_000;
  if (hours > oldestExtractHours) stop('extractedAt', `The export is older than ${oldestExtractHours / 24} days.`);
  if (hours * 60 < -mostMinutesAhead) stop('extractedAt', `The export is dated more than ${mostMinutesAhead} minutes ahead: a clock is wrong.`);
}

function isStopped(findings: readonly Finding[], files: readonly string[]): boolean {
  return findings.some(({ effect, file }) => effect === 'stop' && files.includes(file));
}

function refused({ findings, options: { report } }: Run): Ending {
  tellFindings(findings, undefined, report);
  report.line('Nothing was published.');
  return { outcome: 'refused', exitCode: 2 };
}

