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
}

export interface Findings {
  readonly all: readonly Finding[];
  add(finding: Finding): void;
}

export function collectFindings(): Findings {
  const all: Finding[] = [];
  return { all, add: finding => all.push(finding) };
}

/** 'PUP-02 warn pupils.csv:14 upn: The check letter is wrong.' */
export function findingLine({ code, effect, file, line, column, message }: Finding): string {
  return `${code} ${effect} ${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : ` ${column}`}: ${message}`;
}
