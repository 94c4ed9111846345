import * as v from 'valibot';
import { stagingRunsList } from '../../src/lists/journalLists';
import { listUrl } from '../../src/lists/index';
import type { Instant } from '../../src/domain/pupilFacts';
import { PlainError } from '../plainError';
import type { Site } from '../site/connection';

export type Outcome = 'running' | 'published' | 'published with held rows' | 'refused' | 'failed';

/** What earlier runs tell this one. */
export interface History {
  /** The school that this site belongs to: told by its first run. */
  readonly urn: string | undefined;
  /** When the export that was published last was made. */
  readonly lastExtract: Instant | undefined;
  /** The run before was killed, or is still at work. */
  readonly isLastOpen: boolean;
  /** Id of the newest row of the journal; 0 where there is none. */
  readonly newest: number;
}

/** Another run began after this one: it has read a newer export, or a newer site. */
export class AnotherRun extends PlainError {
  constructor() {
    super('Another run has begun in the meantime and goes on in place of this one.');
    this.name = 'AnotherRun';
  }
}

const runRow = v.object({ Id: v.number(), SchoolUrn: v.nullable(v.string()), Outcome: v.nullable(v.string()), ExtractedAt: v.nullable(v.string()) });
const mostRuns = 200;

export async function readHistory(site: Site): Promise<History> {
  const rows = v.parse(v.array(runRow), await site.web.getList(listUrl(site.path, stagingRunsList)).items
    .select('Id', 'SchoolUrn', 'Outcome', 'ExtractedAt').orderBy('Id', false).top(mostRuns)());
  const extracts = rows.filter(row => row.Outcome?.startsWith('published')).flatMap(row => row.ExtractedAt ?? []);
  return {
    isLastOpen: rows[0]?.Outcome === 'running',
    newest: Math.max(0, ...rows.map(row => row.Id)),
    urn: rows.find(row => row.Outcome !== 'refused' && row.SchoolUrn)?.SchoolUrn ?? undefined,
    lastExtract: extracts.map(text => new Date(text).toISOString()).sort().pop(),
  };
}

/** One row of the journal: opened before the run writes pupils' data, closed with its outcome. A killed run stays 'running'. */
export interface Journal {
  /** Throws AnotherRun where a run has begun after this one: two at once could open what the other has just closed. */
  assureLatest(): Promise<void>;
  close(outcome: Outcome, ended: Date, summary: string): Promise<void>;
}

export interface Opening {
  readonly runId: string;
  readonly urn: string;
  readonly extractedAt: Instant;
  readonly started: Date;
  /** The newest row of the journal when this run looked. */
  readonly after: number;
}

/** Throws AnotherRun where a run has opened since this one looked: it may have opened access that this one knows nothing of. */
export async function openJournal(site: Site, { runId, urn, extractedAt, started, after }: Opening): Promise<Journal> {
  const list = site.web.getList(listUrl(site.path, stagingRunsList));
  const { Id } = v.parse(v.object({ Id: v.number() }), await list.items.add({
    Title: runId, RunId: runId, SchoolUrn: urn, Started: started.toISOString(), ExtractedAt: extractedAt, Outcome: 'running',
  }));
  const assureNone = async (filter: string) => {
    const others: readonly unknown[] = await site.web.getList(listUrl(site.path, stagingRunsList)).items.select('Id').filter(filter).top(1)();
    if (others.length > 0) throw new AnotherRun();
  };
  await assureNone(`Id gt ${after} and Id lt ${Id}`);
  return {
    assureLatest: () => assureNone(`Id gt ${Id}`),
    close: async (outcome, ended, summary) => {
      await site.web.getList(listUrl(site.path, stagingRunsList)).items.getById(Id).update({ Outcome: outcome, Ended: ended.toISOString(), Summary: summary });
    },
  };
}
