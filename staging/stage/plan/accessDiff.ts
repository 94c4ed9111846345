import { adultGroupTitle } from '../../../src/lists/permissions';
import type { PairState } from '../currentState/pairStates';
import type { DesiredState } from '../desiredState/desiredState';
import type { Row } from '../rows/row';
import type { CurrentState } from '../currentState/currentState';
import { isMember } from './adultGroups';

/** One account and one area of one pupil, by opaque keys. */
export interface Sight {
  readonly adultKey: string;
  readonly pupilKey: string;
  readonly area: string;
  /** The rule that speaks now; undefined where the export no longer links the two. */
  readonly rule: string | undefined;
  /** The adult signs in with another account now: all that the old one saw is lost, and the new one gains it. */
  readonly isOtherAccount: boolean;
}

/** Who gains and who loses sight of which pupil. */
export interface AccessDiff {
  readonly gained: readonly Sight[];
  readonly lost: readonly Sight[];
  /** Pairs of adult and pupil that are open afterwards. */
  readonly open: number;
}

/** Compares who may see what with the last run: accounts, not keys. A key that came to stand for another account opens all of it anew. */
export function diffAccess(desiredState: DesiredState, currentState: CurrentState, states: ReadonlyMap<string, PairState>): AccessDiff {
  const moved = movedAccounts(desiredState, currentState);
  const seeing = new Set(desiredState.adults.map(({ key }) => key));
  const rules = new Map(desiredState.access.map((row) => [row.key, text(row, 'Rule')]));
  const sightsOf = (adultKey: string, pupilKey: string, areas: readonly string[], rule: string | undefined): readonly Sight[] =>
    areas.map((area) => ({ adultKey, pupilKey, area, rule, isOtherAccount: moved.has(adultKey) }));
  const before = [...states].flatMap(([name, { adultKey, pupilKey, areas }]) => sightsOf(adultKey, pupilKey, areas, rules.get(name)));
  const open = desiredState.access.filter((row) => text(row, 'Decision') === 'allowed' && seeing.has(text(row, 'AdultKey')));
  const after = open.flatMap((row) =>
    sightsOf(text(row, 'AdultKey'), text(row, 'PupilKey'), text(row, 'Areas').split(';'), text(row, 'Rule')),
  );
  const names = (all: readonly Sight[]) => new Set(all.map(nameOf));
  const [beforeNames, afterNames] = [names(before), names(after)];
  return {
    gained: after.filter((sight) => sight.isOtherAccount || !beforeNames.has(nameOf(sight))),
    lost: before.filter((sight) => sight.isOtherAccount || !afterNames.has(nameOf(sight))),
    open: open.length,
  };
}

/** Adults whose group holds somebody, and not the one who will be in it. */
function movedAccounts({ adults }: DesiredState, { principals }: CurrentState): ReadonlySet<string> {
  return new Set(
    adults
      .filter((adult) => {
        const members = principals.adultGroups.get(adultGroupTitle(adult.key))?.members ?? [];
        return members.length > 0 && !members.some((member) => isMember(member, adult));
      })
      .map(({ key }) => key),
  );
}

function nameOf({ adultKey, pupilKey, area }: Sight): string {
  return `${adultKey} ${pupilKey} ${area}`;
}

function text(row: Row, name: string): string {
  const value = row.fields[name];
  return typeof value === 'string' ? value : '';
}
