import { counted, type Report } from '../report';
import type { Problem } from './apply/writer';
import { findingLine, type Finding } from './findings';
import type { AccessChange, Sight } from './plan/accessChange';
import { changesOf, type Plan } from './plan/plan';
import type { School } from './school';

export interface EntityCounts {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly unchanged: number;
}

/** Counts of a run for monitoring: the last line of the report, and the journal. Holds no personal value. */
export interface Summary {
  readonly outcome: 'published' | 'published with held rows' | 'nothing to do' | 'refused' | 'failed' | 'dry run';
  /** 3: access could not be closed, or is not to be seen. */
  readonly exitCode: 0 | 1 | 2 | 3 | 4;
  readonly dryRun: boolean;
  readonly files: Readonly<Record<string, { readonly in: number; readonly accepted: number; readonly held: number } | 'not read'>>;
  readonly lists: Readonly<Record<string, EntityCounts>>;
  readonly access: { readonly gained: number; readonly lost: number };
  /** Findings by code. */
  readonly findings: Readonly<Record<string, number>>;
  readonly problems: number;
  readonly seconds: Readonly<Record<string, number>>;
}

/** Rows by file: in the file, used, and held back by a finding about them. */
export function fileCounts(school: School, findings: readonly Finding[]): Summary['files'] {
  const held = new Map<string, Set<number>>();
  for (const { file, line, effect } of findings) {
    if (effect === 'hold' && line !== undefined) held.set(file, (held.get(file) ?? new Set<number>()).add(line));
  }
  return Object.fromEntries([...school.files].map(([name, { rowsIn }]) => {
    const count = held.get(name)?.size ?? 0;
    return [name, rowsIn === undefined ? 'not read' : { in: rowsIn, accepted: rowsIn - count, held: count }];
  }));
}

export function listCounts(plan: Plan): Summary['lists'] {
  return Object.fromEntries(plan.lists.map(({ list, creates, updates, deletes, misplaced, unchanged }) =>
    [list.name, { created: creates.length, updated: updates.length, deleted: deletes.length + misplaced.length, unchanged }]));
}

export function findingCounts(findings: readonly Finding[]): Summary['findings'] {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const mostLinesPerCode = 10;

/** Findings, the first ones of each code. */
export function tellFindings(findings: readonly Finding[], report: Report): void {
  if (findings.length === 0) {
    report.line('The export is in order.');
    return;
  }
  report.line(`${counted(findings.length, 'finding')} in the export:`);
  const told = new Map<string, number>();
  for (const finding of findings) {
    const count = (told.get(finding.code) ?? 0) + 1;
    told.set(finding.code, count);
    if (count <= mostLinesPerCode) report.line(`  ${findingLine(finding)}`);
  }
  for (const [code, count] of told) {
    if (count > mostLinesPerCode) report.line(`  ${code}: ${counted(count - mostLinesPerCode, 'more finding')} of this kind.`);
  }
}

const mostSights = 10;

/** Who gains and who loses sight of a pupil, first of all. Keys are opaque: the list Schoolgate Keys says whose they are. */
export function tellAccess({ gained, lost }: AccessChange, report: Report): void {
  report.line(`Access: ${counted(lost.length, 'area')} closed, ${counted(gained.length, 'area')} opened.`);
  const tell = (word: string, sights: readonly Sight[]) => sights.slice(0, mostSights).forEach(({ adultKey, pupilKey, area, rule }) =>
    report.line(`  ${word}: adult ${adultKey}, pupil ${pupilKey}, ${area} (${rule ?? 'no longer linked'})`));
  tell('closed', lost);
  if (lost.length > mostSights) report.line(`  ... and ${lost.length - mostSights} more closed.`);
  tell('opened', gained);
  if (gained.length > mostSights) report.line(`  ... and ${gained.length - mostSights} more opened.`);
}

/** What the run would change, or is about to. */
export function tellPlan(plan: Plan, report: Report): void {
  if (changesOf(plan) === 0) {
    report.line('The site is as the export says: nothing to do, nothing written.');
    return;
  }
  report.line('Plan:');
  const { scopes, groups, newKeys, folders, lists, folderDeletes } = plan;
  const line = (count: number, words: string) => {
    if (count > 0) report.line(`  ${words}`);
  };
  line(scopes.removals.length, `take ${counted(scopes.removals.length, 'permission')} away`);
  line(groups.membersOut.length, `take ${counted(groups.membersOut.length, 'adult')} out of their groups`);
  line(newKeys.length, `give ${counted(newKeys.length, 'opaque key')}`);
  line(groups.groups.length, `set up ${counted(groups.groups.length, 'group')} of adults`);
  line(folders.length, `create ${counted(folders.length, 'folder')}`);
  line(scopes.scopes.length, `set the permissions of ${counted(scopes.scopes.length, 'folder or row', 'folders and rows')}`);
  for (const { list, creates, updates, deletes, misplaced, unchanged } of lists) {
    const deleted = deletes.length + misplaced.length;
    line(creates.length + updates.length + deleted, `${list.title}: ${creates.length} new, ${updates.length} changed, ${deleted} deleted, ${unchanged} unchanged`);
  }
  line(folderDeletes.length, `delete ${counted(folderDeletes.length, 'folder')} of pupils who have left`);
}

/** What the site refused, by stage and kind. */
export function tellProblems(problems: readonly Problem[], report: Report): void {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const name = `${problem.stage} (${problem.kind})`;
    groups.set(name, [...groups.get(name) ?? [], problem]);
  }
  for (const [name, group] of groups) {
    const isAccount = group.every(({ stage }) => stage === 'Finding accounts');
    const words = isAccount ? 'adults are not known to the tenant: invite them first' : 'were refused by the site';
    report.line(`${name}: ${group.length} ${words}. First key: ${group[0]?.key ?? ''}`);
  }
}
