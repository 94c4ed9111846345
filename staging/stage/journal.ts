import * as v from 'valibot';
import { stagingRunsList } from '../../src/lists/stagingRuns';
import { listUrl } from '../../src/lists/index';
import { decode } from '../../src/lists/payload';
import type { Instant } from '../../src/domain/time/schoolTime';
import { PlainError } from '../plainError';
import type { Site } from '../site/connection';

export type RunOutcome = 'running' | 'published' | 'published with held rows' | 'refused' | 'failed' | 'waiting' | 'stopped';

const memorySchema = v.object({
  rows: v.record(v.string(), v.number()),
  restrictions: v.record(v.string(), v.record(v.string(), v.number())),
  findings: v.record(v.string(), v.number()),
  withoutAccount: v.array(v.string()),
  approved: v.optional(v.object({ token: v.string(), exportHash: v.string(), keys: v.array(v.string()) })),
});

/** What a run leaves for the next one to compare with. */
export interface Memory {
  /** Rows of each file. */
  readonly rows: Readonly<Record<string, number>>;
  /** Cells that took something away from somebody, by file and column. */
  readonly restrictions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Findings by code and severity: 'REL-02 warning'. */
  readonly findings: Readonly<Record<string, number>>;
  /** Keys of adults whom the tenant does not know. */
  readonly withoutAccount: readonly string[];
  /** What a person allowed this run to do. */
  readonly approved?: Approval | undefined;
}

export interface Approval {
  readonly token: string;
  readonly exportHash: string;
  /** Hashes of what was approved. */
  readonly keys: readonly string[];
}

export const noMemory: Memory = { rows: {}, restrictions: {}, findings: {}, withoutAccount: [] };

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
  /** Of the last run that published; nothing before the first. */
  readonly memory: Memory;
  /** Id of the last run that published; '' before the first. */
  readonly lastPublished: string;
  /** What a person allowed a run that did not come to its end. */
  readonly unfinished: Approval | undefined;
}

/** Another run began after this one: it has read a newer export, or a newer site. */
export class AnotherRun extends PlainError {
  constructor() {
    super('Another run has begun in the meantime and goes on in place of this one.');
    this.name = 'AnotherRun';
  }
}

const runRow = v.object({
  Id: v.number(),
  RunId: v.nullable(v.string()),
  SchoolUrn: v.nullable(v.string()),
  Outcome: v.nullable(v.string()),
  ExtractedAt: v.nullable(v.string()),
});
const memoryRow = v.object({ Memory: v.nullable(v.string()) });
type RunRow = v.InferOutput<typeof runRow>;

/** Of runs that did not publish, so many are looked at: a scheduler that repeats a refused export may leave many. */
const maxRuns = 100;

export async function readHistory(site: Site): Promise<History> {
  const read = async (filter: string, most: number): Promise<readonly RunRow[]> =>
    v.parse(
      v.array(runRow),
      await site.web
        .getList(listUrl(site.path, stagingRunsList))
        .items.select('Id', 'RunId', 'SchoolUrn', 'Outcome', 'ExtractedAt')
        .filter(filter)
        .orderBy('Id', false)
        .top(most)(),
    );
  // Asked for by themselves: behind however many refused runs they lie.
  const [published] = await read(`Outcome eq 'published' or Outcome eq 'published with held rows'`, 1);
  const since = await read(`Id gt ${published?.Id ?? 0}`, maxRuns);
  const begun = since.filter(({ Outcome }) => ['running', 'failed', 'stopped'].includes(Outcome ?? ''));
  const [newest = published] = since;
  return {
    memory: (await readMemory(site, published?.Id)) ?? noMemory,
    lastPublished: published?.RunId ?? '',
    unfinished: (await readMemory(site, begun[0]?.Id))?.approved,
    isLastOpen: newest?.Outcome === 'running',
    newest: newest?.Id ?? 0,
    urn: (published ?? begun.find(({ SchoolUrn }) => SchoolUrn))?.SchoolUrn ?? undefined,
    lastExtract: published?.ExtractedAt ? new Date(published.ExtractedAt).toISOString() : undefined,
  };
}

/** A memory that cannot be read is none: nothing that is closed opens by it. */
async function readMemory(site: Site, id: number | undefined): Promise<Memory | undefined> {
  if (id === undefined) return undefined;
  const row = v.parse(memoryRow, await site.web.getList(listUrl(site.path, stagingRunsList)).items.getById(id).select('Memory')());
  const memory = decode(memorySchema, row.Memory);
  return memory.ok ? memory.value : undefined;
}

/** One row of the journal: opened before the run writes pupils' data, closed with its outcome. A killed run stays 'running'. */
export interface Journal {
  /** Throws AnotherRun where a run has begun after this one: two at once could open what the other has just closed. */
  assertLatest(): Promise<void>;
  /** Notes what a person has approved, so that the run can be carried on with it. */
  remember(approved: Approval): Promise<void>;
  close(outcome: RunOutcome, ended: Date, summary: string, memory?: Memory): Promise<void>;
}

export interface RunStart {
  readonly runId: string;
  readonly urn: string;
  readonly extractedAt: Instant | undefined;
  readonly started: Date;
  /** The newest row of the journal when this run looked. */
  readonly after: number;
  readonly approved?: Approval | undefined;
}

/** Throws AnotherRun where a run has opened since this one looked: it may have opened access that this one knows nothing of. */
export async function openJournal(site: Site, { runId, urn, extractedAt, started, after, approved }: RunStart): Promise<Journal> {
  const list = site.web.getList(listUrl(site.path, stagingRunsList));
  const { Id } = v.parse(
    v.object({ Id: v.number() }),
    await list.items.add({
      Title: runId,
      RunId: runId,
      SchoolUrn: urn,
      Started: started.toISOString(),
      ExtractedAt: extractedAt ?? null,
      Outcome: 'running',
      ...(approved ? { Memory: JSON.stringify({ ...noMemory, approved }) } : {}),
    }),
  );
  const assertNone = async (filter: string) => {
    const others: readonly unknown[] = await site.web
      .getList(listUrl(site.path, stagingRunsList))
      .items.select('Id')
      .filter(filter)
      .top(1)();
    if (others.length > 0) throw new AnotherRun();
  };
  await assertNone(`Id gt ${after} and Id lt ${Id}`);
  const update = async (fields: Readonly<Record<string, unknown>>) => {
    await site.web.getList(listUrl(site.path, stagingRunsList)).items.getById(Id).update(fields);
  };
  return {
    assertLatest: () => assertNone(`Id gt ${Id}`),
    remember: (approval) => update({ Memory: JSON.stringify({ ...noMemory, approved: approval }) }),
    close: async (outcome, ended, summary, memory) => {
      await update({
        Outcome: outcome,
        Ended: ended.toISOString(),
        Summary: summary,
        ...(memory ? { Memory: JSON.stringify(memory) } : {}),
      });
    },
  };
}
