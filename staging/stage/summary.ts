import type { Instant } from '../../src/domain/time/schoolTime';
import type { Severity } from './findings/catalogue/severity';
import type { Findings } from './findings/findings';
import type { Memory } from './journal';
import type { Plan } from './plan/plan';
import type { School } from './school/school';

export interface EntityCounts {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly unchanged: number;
}

/** Counts of a run for monitoring: the last line of the report, and the journal. Holds no personal value. */
export interface Summary {
  readonly outcome: 'published' | 'published with held rows' | 'nothing to do' | 'refused' | 'waiting' | 'stopped' | 'failed' | 'dry run';
  /** docs/decisions/0007: 0 well, 1 something new is in quarantine or waits, 2 nothing published, 3 a revocation did not take effect, 4 stopped half-way. */
  readonly exitCode: 0 | 1 | 2 | 3 | 4;
  readonly runId: string;
  /** URN; null where bundle.json could not be read. */
  readonly school: string | null;
  readonly exportedAt: Instant | null;
  readonly dryRun: boolean;
  readonly files: Readonly<Record<string, FileCounts | 'not read'>>;
  readonly lists: Readonly<Record<string, EntityCounts>>;
  /** Areas of pupils that accounts gain and lose, and pairs of account and pupil that are open afterwards; null where nobody asked, or the site did not answer. */
  readonly access: { readonly gained: number; readonly lost: number; readonly open: number } | null;
  /** Findings by code. */
  readonly findings: Readonly<Record<string, number>>;
  readonly severities: Readonly<Record<Severity, number>>;
  /** Findings that the last run did not have. */
  readonly new: Readonly<Record<Severity, number>>;
  /** Changes out of the ordinary that a person has to approve. */
  readonly waiting: number;
  /** Under which they can be approved; null where nothing waits. */
  readonly token: string | null;
  readonly problems: number;
  readonly seconds: Readonly<Record<string, number>>;
}

interface FileCounts {
  readonly in: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Rows of the last export that was published. */
  readonly last?: number;
}

const noFindings = { fatal: 0, quarantine: 0, warning: 0 };

export const emptySummary: Omit<Summary, 'outcome' | 'exitCode' | 'runId' | 'school' | 'exportedAt' | 'dryRun'> = {
  files: {},
  lists: {},
  access: null,
  findings: {},
  severities: noFindings,
  new: noFindings,
  waiting: 0,
  token: null,
  problems: 0,
  seconds: {},
};

export function countsOf({ counts, severities }: Findings): Pick<Summary, 'findings' | 'severities'> {
  return { findings: counts, severities };
}

/** Rows by file: in the file, used, and in quarantine for a finding about them. */
export function fileCounts(school: School, findings: Findings, { rows }: Memory): Summary['files'] {
  return Object.fromEntries(
    [...school.files].map(([name, { rowsIn }]) => {
      const [quarantined, last] = [findings.quarantinedRows(name), rows[name]];
      return [
        name,
        rowsIn === undefined
          ? 'not read'
          : { in: rowsIn, accepted: rowsIn - quarantined, quarantined, ...(last === undefined ? {} : { last }) },
      ];
    }),
  );
}

export function listCounts(plan: Plan): Summary['lists'] {
  return Object.fromEntries(
    plan.lists.map(({ list, create, update, delete: gone, misplaced, unchanged }) => [
      list.name,
      { created: create.length, updated: update.length, deleted: gone.length + misplaced.length, unchanged },
    ]),
  );
}
