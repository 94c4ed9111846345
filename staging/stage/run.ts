import { tokenFor } from '../site/token';
import { openSite, type Site } from '../site/connection';
import type { Pause, Send } from '../site/send';
import type { Report } from '../report';
import { reportWaits } from './print/alarms';
import type { Unrevoked } from './publish/revocations';
import type { Limits } from './limits';
import type { Manifest } from './bundle/manifest';
import type { Findings } from './findings/findings';
import type { Hidden } from './publish/hidden';
import type { Approval, History, Journal, Memory, RunStart } from './journal';
import type { CurrentState } from './currentState/currentState';
import type { Timings } from './timings';
import type { Summary } from './summary';

export interface StageOptions {
  /** The folder of the bundle. */
  readonly folder: string;
  readonly siteUrl: string;
  readonly token?: string | undefined;
  readonly fetch?: Send | undefined;
  readonly pause?: Pause | undefined;
  /** Do everything but write. */
  readonly dryRun?: boolean | undefined;
  /** The token under which a run before this one printed what waits: it is done now. */
  readonly approve?: string | undefined;
  /** Go before the limits of bundle.json. */
  readonly limits?: Partial<Limits> | undefined;
  readonly clock?: (() => Date) | undefined;
  /** Stops after the current batch. */
  readonly signal?: AbortSignal | undefined;
  readonly report: Report;
}

/** One run of staging: what its steps share. */
export interface Run {
  readonly options: StageOptions;
  readonly site: Site;
  readonly findings: Findings;
  readonly clock: () => Date;
  readonly timings: Timings;
  readonly runId: string;
  readonly state: RunState;
}

/** How far a run has come: what is known of it when it fails. */
export interface RunState {
  manifest?: Manifest;
  history?: History;
  journal?: Journal;
  /** What the next run compares with, once it is certain. */
  memory?: Memory;
  /** The site as it was before anything was written; undefined while nothing is. */
  before?: CurrentState;
  /** What is not known to be closed, and what we cannot see. */
  unrevoked: readonly Unrevoked[];
  hidden: readonly Hidden[];
}

/** How a run ended, with as much of its summary as is known. */
export type RunResult = Partial<Summary> & Pick<Summary, 'outcome' | 'exitCode'>;

/** The site of the run; without the signal it answers even when the run was asked to stop. */
export function siteOf(options: StageOptions): Site {
  return openSite({ ...options, onWait: reportWaits(options.report), token: tokenFor(options.token) });
}

/** The run's row in the journal. */
export function runStartOf({ runId, state: { manifest, history }, clock }: Run, approved?: Approval): RunStart {
  return {
    runId,
    urn: manifest?.school.urn ?? '',
    extractedAt: manifest?.extractedAt,
    started: clock(),
    after: history?.newest ?? 0,
    approved,
  };
}
