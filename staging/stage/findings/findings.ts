/** What is wrong with an export: where, how bad, in words. Never a cell's content: names, e-mails and marks stay in the file. */

/** stop: the file (and with a file that decides access, the run); hold: the row or the pupil; warn: nothing is kept back. */
export type Effect = 'stop' | 'hold' | 'warn';

export interface Finding {
  /** Stable: mis-formats.md, D.1. ROW and REF are ours: a cell, or a reference, that cannot be read. */
  readonly code: string;
  readonly effect: Effect;
  readonly file: string;
  /** 1 is the header. */
  readonly line?: number | undefined;
  /** The column's name as the bundle defines it. */
  readonly column?: string | undefined;
  readonly message: string;
  /** Ids of the row that it is about: tells it from others when lines have moved. Never shown, never stored as it is. */
  readonly subject?: string | undefined;
}

export interface Findings {
  /** The first ones of each kind: a file that is wrong in every row must not fill the memory. */
  readonly all: readonly Finding[];
  /** How many there are, by code. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many there are, by code and effect: 'REL-02 hold'. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How many there are, by effect. */
  readonly effects: Readonly<Record<Effect, number>>;
  /** How many rows of a file are held back by a finding about them. */
  quarantinedRows(file: string): number;
  add(finding: Finding): void;
  /** Takes what is added during the work, and later about the same line, for findings about the row with these ids. Answers those added. */
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
  const held = new Map<string, Set<number>>();
  const rows = new Map<string, string>();
  const counts: Record<string, number> = {};
  const kinds: Record<string, number> = {};
  const effects = { stop: 0, hold: 0, warn: 0 };
  let [current, ofCurrent]: [RowName | undefined, Finding[]] = [undefined, []];
  const subjectOf = ({ file, line }: Finding) =>
    current?.file === file && current.line === line ? current.ids : rows.get(`${file}:${line}`);
  return {
    all,
    counts,
    kinds,
    effects,
    quarantinedRows: (file) => held.get(file)?.size ?? 0,
    add: (finding) => {
      const named = { subject: subjectOf(finding), ...finding };
      counts[finding.code] = (counts[finding.code] ?? 0) + 1;
      kinds[kindOf(finding)] = (kinds[kindOf(finding)] ?? 0) + 1;
      effects[finding.effect] += 1;
      if (finding.effect === 'hold' && finding.line !== undefined)
        held.set(finding.file, (held.get(finding.file) ?? new Set<number>()).add(finding.line));
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

export function kindOf({ code, effect }: Finding): string {
  return `${code} ${effect}`;
}

/** 'PUP-02 warn pupils.csv:14 upn: The check letter is wrong.' */
export function findingLine({ code, effect, file, line, column, message }: Finding): string {
  return `${code} ${effect} ${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : ` ${column}`}: ${message}`;
}
