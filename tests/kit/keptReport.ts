import type { Report } from '../../staging/report';

export interface KeptReport extends Report {
  readonly lines: readonly string[];
}

export function keptReport(): KeptReport {
  const lines: string[] = [];
  return { lines, log: (text) => lines.push(text), progress: () => undefined };
}
