import * as v from 'valibot';
import { isPupilArea, type PupilArea } from '../../../src/domain/people/areas';
import { pairName } from '../keyStore';
import type { SiteList } from '../rows/siteRow';

/** What the list Access says of one adult and one pupil: what the last run decided. */
export interface PairState {
  readonly adultKey: string;
  readonly pupilKey: string;
  /** Empty: refused. */
  readonly areas: readonly PupilArea[];
  readonly rule: string;
  readonly reason: string;
  readonly sinceDay: number | undefined;
  /** Areas that open again by themselves, from a day as a number on; 0 for any day. */
  readonly standing: readonly PupilArea[];
  readonly standingDay: number;
}

const row = v.looseObject({
  AdultKey: v.string(),
  PupilKey: v.string(),
  Decision: v.string(),
  Areas: v.nullable(v.string()),
  Rule: v.nullable(v.string()),
  Reason: v.nullable(v.string()),
  SinceDay: v.optional(v.nullable(v.number())),
  Standing: v.optional(v.nullable(v.string())),
  StandingDay: v.optional(v.nullable(v.number())),
});

/** The columns of Access that pairStates reads. */
export const pairColumns = ['AdultKey', 'PupilKey', 'Decision', 'Areas', 'Rule', 'Reason', 'SinceDay', 'Standing', 'StandingDay'] as const;

/** By '<adult key>.<pupil key>'. */
export function pairStates(access: SiteList): ReadonlyMap<string, PairState> {
  return new Map(
    access.rows.map(({ more }) => {
      const { AdultKey, PupilKey, Decision, Areas, Rule, Reason, SinceDay, Standing, StandingDay } = v.parse(row, more);
      return [
        pairName(AdultKey, PupilKey),
        {
          adultKey: AdultKey,
          pupilKey: PupilKey,
          areas: Decision === 'allowed' ? areasOf(Areas) : [],
          rule: Rule ?? '',
          reason: Reason ?? '',
          sinceDay: SinceDay ?? undefined,
          standing: areasOf(Standing),
          standingDay: StandingDay ?? 0,
        },
      ] as const;
    }),
  );
}

/** Pairs of whom something is open. */
export function openStates(states: ReadonlyMap<string, PairState>): readonly PairState[] {
  return [...states.values()].filter(({ areas }) => areas.length > 0);
}

/** What was open, or opens again by itself on that day. */
export function ownAreas(state: PairState | undefined, day: number): readonly PupilArea[] {
  if (!state) return [];
  return state.areas.length > 0 ? state.areas : state.standingDay <= day ? state.standing : [];
}

function areasOf(text: string | null | undefined): readonly PupilArea[] {
  return (text ?? '').split(';').filter(isPupilArea);
}
