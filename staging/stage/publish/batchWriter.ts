import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/define';
import type { Operation, OperationResult } from '../../site/batch';
import type { Site } from '../../site/connection';
import type { SiteErrorKind } from '../../site/siteError';
import { PlainError } from '../../plainError';
import { counted, type Report } from '../../report';

/** Something that the site refused; the rest of the run went on. */
export interface Problem {
  readonly stage: string;
  readonly kind: SiteErrorKind;
  /** Opaque key of what it was about. */
  readonly key: string;
}

/** Sends batches of one stage, tells how far it is, and keeps what the site refused. */
export interface BatchWriter {
  readonly problems: readonly Problem[];
  /** Operations that the site carried out. */
  readonly written: number;
  /** Answers stand where their operations stood; undefined where the site refused. */
  write<T>(stage: string, work: readonly WriteTask<T>[]): Promise<readonly (T | undefined)[]>;
  /** The same, with what became of each. */
  writeEach<T>(stage: string, work: readonly WriteTask<T>[]): Promise<readonly OperationResult<T>[]>;
  /** The same, but what the site refused is no problem yet: the caller looks into it. */
  attempt<T>(stage: string, work: readonly WriteTask<T>[]): Promise<readonly OperationResult<T>[]>;
  /** The same; throws StageRefused where the site refused any of it, after all of it was tried: nothing may be built on it. */
  writeAll<T>(stage: string, work: readonly WriteTask<T>[]): Promise<readonly (T | undefined)[]>;
  addressOf(list: ListDefinition): string;
}

/** What the site refused has to be in place before the run may go on. */
export class StageRefused extends PlainError {
  constructor(stage: string, count: number) {
    super(`${stage}: the site refused ${counted(count, 'change')}. Nothing was opened or published after it.`);
    this.name = 'StageRefused';
  }
}

export interface WriteTask<T> {
  readonly key: string;
  readonly operation: Operation<T>;
}

/** @param mayWrite throws where the run has to stop; asked before each stage */
export function batchWriterTo(site: Site, report: Report, mayWrite: () => Promise<void> = async () => undefined): BatchWriter {
  const problems: Problem[] = [];
  let written = 0;
  const attempt: BatchWriter['attempt'] = async (stage, work) => {
    if (work.length > 0) await mayWrite();
    const outcomes = await site.batch(
      work.map(({ operation }) => operation),
      {
        onProgress: (done, total) => report.progress(stage, done, total),
      },
    );
    written += outcomes.filter(({ ok }) => ok).length;
    return outcomes;
  };
  const writeEach: BatchWriter['writeEach'] = async (stage, work) => {
    const outcomes = await attempt(stage, work);
    outcomes.forEach((outcome, index) => {
      if (!outcome.ok) problems.push({ stage, kind: outcome.error.kind, key: work[index]?.key ?? '' });
    });
    return outcomes;
  };
  const write: BatchWriter['write'] = async (stage, work) =>
    (await writeEach(stage, work)).map((outcome) => (outcome.ok ? outcome.value : undefined));
  return {
    problems,
    get written() {
      return written;
    },
    addressOf: (list) => listUrl(site.path, list),
    attempt,
    writeEach,
    write,
    writeAll: async (stage, work) => {
      const before = problems.length;
      const answers = await write(stage, work);
      if (problems.length > before) throw new StageRefused(stage, problems.length - before);
      return answers;
    },
  };
}
