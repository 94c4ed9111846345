/** fatal: the file (and with a file that decides access, the run); quarantine: the row or the pupil; warning: nothing is kept back. */
export type Severity = 'fatal' | 'quarantine' | 'warning';

/** One code: one cause, one severity, one sentence. What stands in {braces} differs from finding to finding; it is never a cell's content. */
export interface FindingKind {
  readonly severity: Severity;
  readonly message: string;
  /** The row cannot be used: where many are so, the file is not believed. Others are quarantined for what they say. */
  readonly isInvalidRow?: true;
  /** Schoolgate keeps it back because it is meant to: no news for anybody. */
  readonly isByDesign?: true;
}

export function fatal<const M extends string>(message: M) {
  return { severity: 'fatal', message } as const;
}

export function quarantine<const M extends string>(message: M) {
  return { severity: 'quarantine', message } as const;
}

export function warning<const M extends string>(message: M) {
  return { severity: 'warning', message } as const;
}

/** Quarantine of a row that cannot be used. */
export function invalidRow<const M extends string>(message: M) {
  return { severity: 'quarantine', message, isInvalidRow: true } as const;
}

/** Quarantine that is meant to be: nothing is wrong. */
export function byDesign<const M extends string>(message: M) {
  return { severity: 'quarantine', message, isByDesign: true } as const;
}
