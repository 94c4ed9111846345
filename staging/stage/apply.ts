import { tellAlarms } from './print/alarms';
import { tellWaits, type Approving } from './approve';
import { waitingFindings, type Waiting } from './waiting';
import { findingRows } from './desiredState/sharedLists';
import type { Findings } from './findings/findings';
import { openJournal, type Memory } from './journal';
import { newFindings, type NewFindings } from './findings/newFindings';
import { changesOf, planFindings, type Plan } from './plan/plan';
import type { Facts } from './prepare';
import { openPairs } from './currentState/sights';
import { publish } from './publish/publish';
import { openingOf, type Ending, type Run } from './run';
import type { School } from './school/school';
import { fileCounts, listCounts, tellAccess, tellAccounts, tellFindings, tellPlan, tellProblems } from './summary';

/** Tells what the run would change, and does it: all of it, or all but what waits, or nothing. */
export async function carryOut(run: Run, facts: Facts, approving: Approving): Promise<Ending> {
  const {
    options: { report, dryRun },
    findings,
    runId,
    progress,
  } = run;
  const { school, present, memory } = facts;
  const {
    prepared: { change, keys, notices, plan: planned },
    waiting,
    exportHash,
  } = approving;
  [...notices, ...waitingFindings(waiting)].forEach(findings.add);
  const plan = { ...planned, lists: [...planned.lists, planFindings(findingRows(findings.all, runId, keys.salt), present)] };
  const fresh = newFindings(findings, present.findings, memory, keys.salt);
  const isStopped = waiting.some(({ stops }) => stops);
  const counts = {
    files: fileCounts(school, findings, memory),
    lists: listCounts(plan),
    new: fresh.counts,
    waiting: waiting.length,
    access: { gained: change.gained.length, lost: change.lost.length, open: change.open },
  };
  if (!dryRun && !isStopped && changesOf(plan) > 0) return { ...counts, ...(await write(run, facts, approving, { plan, fresh })) };
  const isAlarm = tellAlarms([], progress.hidden, report);
  if (!isStopped) tellAccess(change, report);
  tellFindings(findings, fresh, report);
  if (!isStopped) tellPlan(plan, report);
  const token = tellWaits(run, waiting, exportHash);
  if (isStopped) {
    report.line('Nothing was published.');
    return {
      ...counts,
      token,
      lists: {},
      access: { gained: 0, lost: 0, open: openPairs(present) },
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
  { school, present, memory }: Facts,
  { prepared: { change, desired }, waiting, exportHash, approval }: Approving,
  { plan, fresh }: Writing,
): Promise<Ending> {
  const {
    options: { report },
    site,
    findings,
    watch,
    runId,
    progress,
  } = run;
  tellAccess(change, report);
  tellFindings(findings, fresh, report);
  tellPlan(plan, report);
  progress.before = present;
  if (approval) await progress.journal?.remember(approval);
  const { problems, withoutAccount, unclosed, hidden } = await publish({
    site,
    desired,
    present,
    plan,
    report,
    watch,
    hidden: progress.hidden,
    losing: new Set(change.lost.map(({ adultKey }) => adultKey)),
    onUnclosed: (open) => {
      progress.unclosed = open;
    },
    openJournal: async () => (progress.journal ??= await openJournal(site, openingOf(run, approval))),
  });
  const isAlarm = tellAlarms(unclosed, hidden, report);
  tellProblems(problems, report);
  tellAccounts(withoutAccount, memory, report);
  progress.memory = memoryOf(school, findings, memory, withoutAccount, waiting);
  const token = tellWaits(run, waiting, exportHash, runId);
  const isNew = isWorthReading(fresh) || withoutAccount.some((key) => !memory.withoutAccount.includes(key));
  const exitCode = isAlarm ? 3 : problems.length > 0 ? 4 : isNew ? 1 : 0;
  const isHeld = exitCode > 1 || findings.effects.hold + findings.effects.stop > 0;
  report.line(isHeld ? 'Published, with something held back.' : 'Published.');
  return { outcome: isHeld ? 'published with held rows' : 'published', exitCode, token, problems: problems.length };
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
