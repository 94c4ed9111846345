import type { AccessDiff } from './plan/accessDiff';
import { printApprovals, type Approving } from './approve';
import { openPairs } from './currentState/sights';
import { findingRows } from './desiredState/findings';
import type { Findings } from './findings/findings';
import { openJournal, type Memory } from './journal';
import { newFindings, type NewFindings } from './newFindings';
import { diffFindings } from './plan/lists';
import { changesOf, type Plan } from './plan/plan';
import type { Facts } from './prepare';
import { printAlarms } from './print/alarms';
import { printAccess, printFindings, printPlan, printProblems, printUnknownAccounts } from './print/print';
import { publish, type PublishResult } from './publish/publish';
import { runStartOf, type Run, type RunResult } from './run';
import type { School } from './school/school';
import { fileCounts, listCounts } from './summary';
import type { Waiting } from './waiting';

/** What a run would change, and what it found. */
interface Changes {
  readonly plan: Plan;
  readonly accessDiff: AccessDiff;
  readonly fresh: NewFindings;
}

/** Prints what the run would change, and does it: all of it, or all but what waits, or nothing. */
export async function apply(run: Run, facts: Facts, approving: Approving): Promise<RunResult> {
  const {
    options: { dryRun },
    findings,
    runId,
  } = run;
  const { school, currentState, memory } = facts;
  const { prepared, waiting } = approving;
  const { accessDiff, keys } = prepared;
  [...prepared.notices, ...waiting.map(({ finding }) => finding)].forEach(findings.add);
  const lists = [...prepared.plan.lists, diffFindings(findingRows(findings.all, runId, keys.salt), currentState)];
  const changes: Changes = {
    plan: { ...prepared.plan, lists },
    accessDiff,
    fresh: newFindings(findings, currentState.findings, memory, keys.salt),
  };
  const counts = {
    files: fileCounts(school, findings, memory),
    lists: listCounts(changes.plan),
    new: changes.fresh.counts,
    waiting: waiting.length,
    access: { gained: accessDiff.gained.length, lost: accessDiff.lost.length, open: accessDiff.open },
  };
  if (waiting.some(({ stops }) => stops)) return { ...counts, ...stopped(run, facts, approving, changes) };
  if (!dryRun && changesOf(changes.plan) > 0) return { ...counts, ...(await write(run, facts, approving, changes)) };
  return { ...counts, ...unchanged(run, facts, approving, changes) };
}

/** Something that waits may be wrong everywhere: nothing is written. */
function stopped(run: Run, { currentState }: Facts, { waiting, exportHash }: Approving, { fresh }: Changes): RunResult {
  const {
    options: { report },
    state,
  } = run;
  const isAlarm = printAlarms([], state.hidden, report);
  printFindings(run.findings, fresh, report);
  const token = printApprovals(run, waiting, exportHash);
  report.log('Nothing was published.');
  return {
    token,
    lists: {},
    access: { gained: 0, lost: 0, open: openPairs(currentState) },
    outcome: 'waiting',
    exitCode: isAlarm ? 3 : 2,
  };
}

/** A dry run, or one that finds the site as it should be. */
function unchanged(run: Run, { school, memory }: Facts, { waiting, exportHash }: Approving, changes: Changes): RunResult {
  const {
    options: { report, dryRun },
    findings,
    state,
  } = run;
  const isAlarm = printAlarms([], state.hidden, report);
  printChanges(run, changes);
  const token = printApprovals(run, waiting, exportHash);
  state.memory = memoryOf(school, findings, memory, memory.withoutAccount, waiting);
  return { token, outcome: dryRun ? 'dry run' : 'nothing to do', exitCode: isAlarm ? 3 : isWorthReading(changes.fresh) ? 1 : 0 };
}

function printChanges({ options: { report }, findings }: Run, { accessDiff, fresh, plan }: Changes): void {
  printAccess(accessDiff, report);
  printFindings(findings, fresh, report);
  printPlan(plan, report);
}

async function write(run: Run, facts: Facts, approving: Approving, changes: Changes): Promise<RunResult> {
  const {
    options: { report },
    findings,
    runId,
    state,
  } = run;
  const { school, memory } = facts;
  const { waiting, exportHash, approval } = approving;
  printChanges(run, changes);
  state.before = facts.currentState;
  if (approval) await state.journal?.remember(approval);
  const { problems, withoutAccount, unrevoked, hidden } = await publishChanges(run, facts, approving, changes);
  const isAlarm = printAlarms(unrevoked, hidden, report);
  printProblems(problems, report);
  printUnknownAccounts(withoutAccount, memory, report);
  state.memory = memoryOf(school, findings, memory, withoutAccount, waiting);
  const token = printApprovals(run, waiting, exportHash, runId);
  const isNew = isWorthReading(changes.fresh) || withoutAccount.some((key) => !memory.withoutAccount.includes(key));
  const exitCode = isAlarm ? 3 : problems.length > 0 ? 4 : isNew ? 1 : 0;
  const isPartial = exitCode > 1 || findings.severities.quarantine + findings.severities.fatal > 0;
  report.log(isPartial ? 'Published, with something held back.' : 'Published.');
  return { outcome: isPartial ? 'published with held rows' : 'published', exitCode, token, problems: problems.length };
}

function publishChanges(
  run: Run,
  { currentState }: Facts,
  { prepared: { desiredState }, approval }: Approving,
  { plan, accessDiff }: Changes,
): Promise<PublishResult> {
  const { site, timings, state, options } = run;
  return publish({
    site,
    desiredState,
    currentState,
    plan,
    report: options.report,
    timings,
    hidden: state.hidden,
    losing: new Set(accessDiff.lost.map(({ adultKey }) => adultKey)),
    onUnrevoked: (open) => {
      state.unrevoked = open;
    },
    openJournal: async () => (state.journal ??= await openJournal(site, runStartOf(run, approval))),
  });
}

function isWorthReading({ counts }: NewFindings): boolean {
  return counts.quarantine + counts.fatal > 0;
}

/** A file that waits was not read: the next run compares with the one before. */
function memoryOf(
  school: School,
  findings: Findings,
  before: Memory,
  withoutAccount: readonly string[],
  waiting: readonly Waiting[],
): Memory {
  const waits = new Set(waiting.map(({ finding }) => finding.file));
  const read = [...school.files].filter(
    ([name, { rowsIn }]) => rowsIn !== undefined && !(waits.has(name) && before.rows[name] !== undefined),
  );
  return {
    rows: { ...before.rows, ...Object.fromEntries(read.map(([name, { rowsIn = 0 }]) => [name, rowsIn])) },
    restrictions: { ...before.restrictions, ...Object.fromEntries(read.map(([name, { restrictions = {} }]) => [name, restrictions])) },
    findings: findings.kinds,
    withoutAccount,
  };
}
