import * as v from 'valibot';
import { stagingRunsList } from '../../src/lists/journalLists';
import { listUrl } from '../../src/lists/index';
import type { Instant } from '../../src/domain/pupilFacts';
import type { Site } from '../site/connection';

export type Outcome = 'running' | 'published' | 'published with held rows' | 'refused' | 'failed';

/** What earlier runs tell this one. */
export interface History {
  /** The school that this site belongs to: told by its first run. */
  readonly urn: string | undefined;
  /** When the export that was published last was made. */
  readonly lastExtract: Instant | undefined;
}

const runRow = v.object({ SchoolUrn: v.nullable(v.string()), Outcome: v.nullable(v.string()), ExtractedAt: v.nullable(v.string()) });
const mostRuns = 200;

export async function readHistory(site: Site): Promise<History> {
  const rows = v.parse(v.array(runRow), await site.web.getList(listUrl(site.path, stagingRunsList)).items
    .select('SchoolUrn', 'Outcome', 'ExtractedAt').orderBy('Started', false).top(mostRuns)());
  const extracts = rows.filter(row => row.Outcome?.startsWith('published')).flatMap(row => row.ExtractedAt ?? []);
  return {
    urn: rows.find(row => row.Outcome !== 'refused' && row.SchoolUrn)?.SchoolUrn ?? undefined,
    lastExtract: extracts.map(text => new Date(text).toISOString()).sort().pop(),
  };
}

/** One row of the journal: opened before the run writes pupils' data, closed with its outcome. A killed run stays 'running'. */
export interface Journal {
  close(outcome: Outcome, ended: Date, summary: string): Promise<void>;
}

export interface Opening {
  readonly runId: string;
  readonly urn: string;
  readonly extractedAt: Instant;
  readonly started: Date;
}

export async function openJournal(site: Site, { runId, urn, extractedAt, started }: Opening): Promise<Journal> {
  const list = site.web.getList(listUrl(site.path, stagingRunsList));
  const { Id } = v.parse(v.object({ Id: v.number() }), await list.items.add({
    Title: runId, RunId: runId, SchoolUrn: urn, Started: started.toISOString(), ExtractedAt: extractedAt, Outcome: 'running',
  }));
  return {
    close: async (outcome, ended, summary) => {
      await site.web.getList(listUrl(site.path, stagingRunsList)).items.getById(Id).update({ Outcome: outcome, Ended: ended.toISOString(), Summary: summary });
    },
  };
}
