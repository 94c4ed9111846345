import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/definition';
import type { Operation, Outcome } from '../../site/batch';
import type { Site } from '../../site/connection';
import type { SiteErrorKind } from '../../site/siteError';
import type { Report } from '../../report';

/** Something that the site refused; the rest of the run went on. */
export interface Problem {
  readonly stage: string;
  readonly kind: SiteErrorKind;
  /** Opaque key of what it was about. */
  readonly key: string;
}

/** Sends batches of one stage, tells how far it is, and keeps what the site refused. */
export interface Writer {
  readonly problems: readonly Problem[];
  /** Operations that the site carried out. */
  readonly written: number;
  /** Answers stand where their operations stood; undefined where the site refused. */
  write<T>(stage: string, work: readonly Work<T>[]): Promise<readonly (T | undefined)[]>;
  addressOf(list: ListDefinition): string;
}

export interface Work<T> {
  readonly key: string;
  readonly operation: Operation<T>;
}

export function writerTo(site: Site, report: Report): Writer {
  const problems: Problem[] = [];
  let written = 0;
  return {
    problems,
    get written() { return written; },
    addressOf: list => listUrl(site.path, list),
    write: async (stage, work) => {
      const outcomes = await site.batch(work.map(({ operation }) => operation), {
        onProgress: (done, total) => report.progress(stage, done, total),
      });
      outcomes.forEach((outcome, index) => note(outcome, work[index]?.key ?? '', stage));
      return outcomes.map(outcome => (outcome.ok ? outcome.value : undefined));
    },
  };

  function note<T>(outcome: Outcome<T>, key: string, stage: string): void {
    if (outcome.ok) written += 1;
    else problems.push({ stage, kind: outcome.error.kind, key });
  }
}
