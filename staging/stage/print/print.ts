import { counted, type Report } from '../../report';
import { findingLine } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { Memory } from '../journal';
import type { NewFindings } from '../newFindings';
import type { AccessDiff, Sight } from '../plan/accessDiff';
import { daysKept } from '../plan/keyChanges';
import { changesOf, type Plan } from '../plan/plan';
import type { Problem } from '../publish/batchWriter';
import type { School } from '../school/school';

/** What the export holds, beside what the last one held. */
export function printTotals({ files, manifest }: School, { rows }: Memory, report: Report): void {
  report.log(`Export of ${manifest.school.urn}, made ${manifest.extractedAt}:`);
  const texts = [...files].map(([name, { rowsIn }]) => {
    const last = rows[name];
    const now = rowsIn === undefined ? 'not read' : rowsIn.toLocaleString('en-GB');
    return `${name.replace('.csv', '')} ${now}${last === undefined || last === rowsIn ? '' : ` (last time ${last.toLocaleString('en-GB')})`}`;
  });
  report.log(`  ${texts.join(', ')}.`);
}

const maxLinesPerCode = 10;

/** Findings that the last run did not have, the first ones of each code; the others are counted. Without a comparison all are new. */
export function printFindings(findings: Findings, fresh: NewFindings | undefined, report: Report): void {
  const all = Object.values(findings.counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) {
    report.log('The export is in order.');
    return;
  }
  const shown = fresh?.all ?? findings.all;
  const isNew = fresh ? Object.values(fresh.counts).reduce((sum, count) => sum + count, 0) : all;
  report.log(
    `${counted(all, 'finding')} in the export, ${fresh && isNew < all ? `${isNew.toLocaleString('en-GB')} new` : 'all new'}${isNew > 0 ? ':' : '.'}`,
  );
  const told = new Map<string, number>();
  for (const finding of shown) {
    const count = (told.get(finding.code) ?? 0) + 1;
    told.set(finding.code, count);
    if (count <= maxLinesPerCode) report.log(`  ${findingLine(finding)}`);
  }
  for (const [code, count] of told) {
    const rest = (fresh ? count : (findings.counts[code] ?? count)) - maxLinesPerCode;
    if (rest > 0) report.log(`  ${code}: ${counted(rest, 'more finding')} of this kind.`);
  }
  if (fresh && isNew < all)
    report.log(
      `  As last time: ${Object.entries(findings.counts)
        .map(([code, count]) => `${code} ${count.toLocaleString('en-GB')}`)
        .join(', ')} (all findings, by code).`,
    );
}

const maxSights = 10;

/** Who gains and who loses sight of a pupil, first of all. Keys are opaque: the list Schoolgate Keys says whose they are. */
export function printAccess({ gained, lost, open }: AccessDiff, report: Report): void {
  report.log(
    `Access: ${counted(lost.length, 'area')} closed, ${counted(gained.length, 'area')} opened; ${counted(open, 'pair')} of adult and pupil ${open === 1 ? 'is' : 'are'} open.`,
  );
  const tell = (word: string, sights: readonly Sight[]) =>
    sights
      .slice(0, maxSights)
      .forEach(({ adultKey, pupilKey, area, rule, isOtherAccount }) =>
        report.log(
          `  ${word}: adult ${adultKey}, pupil ${pupilKey}, ${area} (${isOtherAccount ? 'another account' : (rule ?? 'no longer linked')})`,
        ),
      );
  tell('closed', lost);
  if (lost.length > maxSights) report.log(`  ... and ${lost.length - maxSights} more closed.`);
  tell('opened', gained);
  if (gained.length > maxSights) report.log(`  ... and ${gained.length - maxSights} more opened.`);
}

/** What the run would change, or is about to. */
export function printPlan(plan: Plan, report: Report): void {
  if (changesOf(plan) === 0) {
    report.log('The site is as the export says: nothing to do, nothing written.');
    return;
  }
  report.log('Plan:');
  const { scopes, groups, newKeys, keyChanges, folders, lists, folderDeletes } = plan;
  const line = (count: number, words: string) => {
    if (count > 0) report.log(`  ${words}`);
  };
  line(scopes.removals.length, `take ${counted(scopes.removals.length, 'permission')} away`);
  line(groups.membersOut.length, `take ${counted(groups.membersOut.length, 'adult')} out of their groups`);
  line(newKeys.length, `give ${counted(newKeys.length, 'opaque key')}`);
  line(keyChanges.retired.length, `retire ${counted(keyChanges.retired.length, 'key')} of people whose id stands for somebody else now`);
  line(keyChanges.gone.length, `note ${counted(keyChanges.gone.length, 'pupil')} as gone, or here again`);
  line(groups.groups.length, `set up ${counted(groups.groups.length, 'group')} of adults`);
  line(folders.length, `create ${counted(folders.length, 'folder')}`);
  line(scopes.scopes.length, `set the permissions of ${counted(scopes.scopes.length, 'folder or row', 'folders and rows')}`);
  for (const { list, create, update, delete: gone, misplaced, unchanged } of lists) {
    const deleted = gone.length + misplaced.length;
    line(
      create.length + update.length + deleted,
      `${list.title}: ${create.length} new, ${update.length} changed, ${deleted} deleted, ${unchanged} unchanged`,
    );
  }
  line(folderDeletes.length, `delete ${counted(folderDeletes.length, 'folder')} of pupils who have been gone for ${daysKept} days`);
}

/** What the site refused, by stage and kind. */
export function printProblems(problems: readonly Problem[], report: Report): void {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const name = `${problem.stage} (${problem.kind})`;
    groups.set(name, [...(groups.get(name) ?? []), problem]);
  }
  for (const [name, group] of groups) {
    report.log(`${name}: ${group.length} were refused by the site. First key: ${group[0]?.key ?? ''}`);
  }
}

/** Adults whom the tenant does not know. Only new ones are worth a line each night. */
export function printUnknownAccounts(withoutAccount: readonly string[], { withoutAccount: before }: Memory, report: Report): void {
  if (withoutAccount.length === 0) return;
  const fresh = withoutAccount.filter((key) => !before.includes(key));
  const [first] = fresh;
  report.log(
    `${counted(withoutAccount.length, 'adult')} ${withoutAccount.length === 1 ? 'is' : 'are'} not known to the tenant: invite them first${first === undefined ? ', none of them new.' : `. New: ${fresh.length}, first key ${first}`}`,
  );
}
