import { SharePointError } from '../wire/sharePointError';
import { throttled } from '../wire/errors';
import type { ApiAnswer } from './answer';
import { errorAnswer } from './errors';

/** Faults on demand: what a busy, slow or broken SharePoint does, for tests and for people who want to see it. */

export interface FaultMatch {
  /** E-mail address of the caller. */
  readonly user?: string;
  /** Part of the path, without regard to case, or a pattern for it. */
  readonly route?: RegExp | string;
  readonly method?: string;
}

export type FaultAnswer =
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly latencyMs: number }
  /** The connection breaks without an answer. */
  | 'drop'
  /** One part of a batch, counted from 0, answers with a status; the others are served. */
  | { readonly batchPart: number; readonly status: number; readonly retryAfter?: number };

export interface FaultRule {
  readonly match: FaultMatch;
  /** Which matching calls, counted from 1; every one when absent. */
  readonly nth?: number | { readonly from: number; readonly to: number };
  readonly answer: FaultAnswer;
}

export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** The answers of every rule that this call meets, oldest rule first. */
  meet(call: { readonly user: string; readonly route: string; readonly method: string }): readonly FaultAnswer[];
}

/** The connection was cut on purpose: over HTTP the socket is destroyed, in process `fetch` rejects. */
export class DroppedConnection extends TypeError {
  public readonly kind = 'droppedConnection';
  public constructor() {
    super('fetch failed');
  }
}

export function createFaults(): Faults {
  const rules: { readonly rule: FaultRule; calls: number }[] = [];
  return {
    add: (rule) => void rules.push({ rule, calls: 0 }),
    clear: () => void rules.splice(0),
    meet: (call) =>
      rules.flatMap((entry) => {
        if (!meets(entry.rule.match, call)) return [];
        entry.calls += 1;
        return isTurn(entry.rule.nth, entry.calls) ? [entry.rule.answer] : [];
      }),
  };
}

function meets(match: FaultMatch, call: { readonly user: string; readonly route: string; readonly method: string }): boolean {
  if (match.user !== undefined && match.user.toLowerCase() !== call.user.toLowerCase()) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== call.method) return false;
  if (match.route === undefined) return true;
  return typeof match.route === 'string'
    ? call.route.toLowerCase().includes(match.route.toLowerCase())
    : new RegExp(match.route.source, match.route.flags.replace('g', '')).test(call.route);
}

function isTurn(nth: FaultRule['nth'], calls: number): boolean {
  if (nth === undefined) return true;
  return typeof nth === 'number' ? calls === nth : calls >= nth.from && calls <= nth.to;
}

/** The answer of a throttled or failing SharePoint. */
export function faultAnswer(fault: { readonly status: number; readonly retryAfter?: number }, headers: Headers): ApiAnswer {
  const busy = fault.status === 429 || fault.status === 503;
  const error = busy
    ? throttled(fault.status === 503 ? 503 : 429)
    : new SharePointError('fault', fault.status, '-1, Microsoft.SharePoint.Client.ServerException', 'An error was asked for.');
  return errorAnswer(error, headers, fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) });
}
