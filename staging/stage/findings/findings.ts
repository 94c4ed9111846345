import { kindOf, type Finding } from './finding';
import type { Severity } from './catalogue/severity';

export interface Findings {
  /** The first ones of each kind: a file that is wrong in every row must not fill the memory. */
  readonly all: readonly Finding[];
  /** How many there are, by code. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many there are, by code and severity: 'REL-02 warning'. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly severities: Readonly<Record<Severity, number>>;
  /** How many rows of a file are in quarantine for a finding about them. */
  quarantinedRows(file: string): number;
  add(finding: Finding): void;
  /** Takes what is added during the work, and later about the same line, for findings about the row with these ids. Returns those added. */
  ofRow(row: RowName, work: () => void): readonly Finding[];
}

/** Which row a line holds. */
export interface RowName {
  readonly file: string;
  readonly line: number;
  readonly ids: string;
  /** Findings about the row may still come when the file is read to its end. */
  readonly isRemembered: boolean;
}

/** Of one code in one file so many are kept whole; the others are counted. */
const maxKept = 1000;

export function collectFindings(): Findings {
  const all: Finding[] = [];
  const kept = new Map<string, number>();
  const quarantined = new Map<string, Set<number>>();
  const rows = new Map<string, string>();
  const counts: Record<string, number> = {};
  const kinds: Record<string, number> = {};
  const severities = { fatal: 0, quarantine: 0, warning: 0 };
  let [current, ofCurrent]: [RowName | undefined, Finding[]] = [undefined, []];
  const subjectOf = ({ file, line }: Finding) =>
    current?.file === file && current.line === line ? current.ids : rows.get(`${file}:${line}`);
  return {
    all,
    counts,
    kinds,
    severities,
    quarantinedRows: (file) => quarantined.get(file)?.size ?? 0,
    add: (finding) => {
      const named = { subject: subjectOf(finding), ...finding };
      counts[finding.code] = (counts[finding.code] ?? 0) + 1;
      kinds[kindOf(finding)] = (kinds[kindOf(finding)] ?? 0) + 1;
      severities[finding.severity] += 1;
      if (finding.severity === 'quarantine' && finding.line !== undefined)
        quarantined.set(finding.file, (quarantined.get(finding.file) ?? new Set<number>()).add(finding.line));
      if (current) ofCurrent.push(named);
      const kind = `${kindOf(finding)} ${finding.file}`;
      kept.set(kind, (kept.get(kind) ?? 0) + 1);
      if ((kept.get(kind) ?? 0) <= maxKept) all.push(named);
    },
    ofRow: (row, work) => {
      [current, ofCurrent] = [row, []];
      if (row.isRemembered) rows.set(`${row.file}:${row.line}`, row.ids);
      work();
      const found = ofCurrent;
      [current, ofCurrent] = [undefined, []];
      return found;
    },
  };
}
