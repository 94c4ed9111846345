import { printAlarms } from './print/alarms';
import { printApprovals, type Approving } from './approve';
import { waitingFindings, type Waiting } from './waiting';
import { findingRows } from './desiredState/sharedLists';
import type { Findings } from './findings/findings';
import { openJournal, type Memory } from './journal';
import { newFindings, type NewFindings } from './findings/newFindings';
import { diffFindings } from './plan/lists';
import { changesOf, type Plan } from './plan/plan';
import type { Facts } from './prepare';
import { openPairs } from './currentState/sights';
import { publish } from './publish/publish';
import { runStartOf, type RunResult, type Run } from './run';
import type { School } from './school/school';
import { fileCounts, listCounts, printAccess, printUnknownAccounts, printFindings, printPlan, printProblems } from './summary';

/** Tells what the run would change, and does it: all of it, or all but what waits, or nothing. */
export async function apply(run: Run, facts: Facts, approving: Approving): Promise<RunResult> {
  const {
    options: { report, dryRun },
    findings,
    runId,
    progress,
  } = run;
  const { school, currentState, memory } = facts;
  const {
    prepared: { change, keys, notices, plan: planned },
    waiting,
    exportHash,
  } = approving;
  [...notices, ...waitingFindings(waiting)].forEach(findings.add);
  const plan = { ...planned, lists: [...planned.lists, diffFindings(findingRows(findings.all, runId, keys.salt), currentState)] };
  const fresh = newFindings(findings, currentState.findings, memory, keys.salt);
  const isStopped = waiting.some(({ stops }) => stops);
  const counts = {
    files: fileCounts(school, findings, memory),
    lists: listCounts(plan),
    new: fresh.counts,
    waiting: waiting.length,
    access: { gained: change.gained.length, lost: change.lost.length, open: change.open },
  };
  if (!dryRun && !isStopped && changesOf(plan) > 0) return { ...counts, ...(await write(run, facts, approving, { plan, fresh })) };
  const isAlarm = printAlarms([], progress.hidden, report);
  if (!isStopped) printAccess(change, report);
  printFindings(findings, fresh, report);
  if (!isStopped) printPlan(plan, report);
  const token = printApprovals(run, waiting, exportHash);
  if (isStopped) {
    report.line('Nothing was published.');
    return {
      ...counts,
      token,
      lists: {},
      access: { gained: 0, lost: 0, open: openPairs(currentState) },
      outcome: 'waiting',
      exitCode: isAlarm ? 3 : 2,
    };
  }
  progress.memory = memoryOf(school, findings, memory, memory.withoutAccount, waiting);
  return { ...counts, token, outcome: dryRun ? 'dry run' : 'nothing to do', exitCode: isAlarm ? 3 : isWorthReading(fresh) ? 1 : 0 };
}

interface Writing {
  readonly plan: Plan;
  readonly fresh: NewFindings;
}

async function write(
  run: Run,
  { school, currentState, memory }: Facts,
  { prepared: { change, desiredState }, waiting, exportHash, approval }: Approving,
  { plan, fresh }: Writing,
): Promise<RunResult> {
  const {
    options: { report },
    site,
    findings,
    timings,
    runId,
    progress,
  } = run;
  printAccess(change, report);
  printFindings(findings, fresh, report);
  printPlan(plan, report);
  progress.before = currentState;
  if (approval) await progress.journal?.remember(approval);
  const { problems, withoutAccount, unrevoked, hidden } = await publish({
    site,
    desiredState,
    currentState,
    plan,
    report,
    timings,
    hidden: progress.hidden,
    losing: new Set(change.lost.map(({ adultKey }) => adultKey)),
    onUnrevoked: (open) => {
      progress.unrevoked = open;
    },
    openJournal: async () => (progress.journal ??= await openJournal(site, runStartOf(run, approval))),
  });
  const isAlarm = printAlarms(unrevoked, hidden, report);
  printProblems(problems, report);
  printUnknownAccounts(withoutAccount, memory, report);
  progress.memory = memoryOf(school, findings, memory, withoutAccount, waiting);
  const token = printApprovals(run, waiting, exportHash, runId);
  const isNew = isWorthReading(fresh) || withoutAccount.some((key) => !memory.withoutAccount.includes(key));
  const exitCode = isAlarm ? 3 : problems.length > 0 ? 4 : isNew ? 1 : 0;
  const isQuarantined = exitCode > 1 || findings.effects.hold + findings.effects.stop > 0;
  report.line(isQuarantined ? 'Published, with something held back.' : 'Published.');
  return { outcome: isQuarantined ? 'published with held rows' : 'published', exitCode, token, problems: problems.length };
}

function isWorthReading({ counts }: NewFindings): boolean {
  return counts.hold + counts.stop > 0;
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
