import { adultGroupTitle } from '../../../src/lists/permissions';
import { isAccountOf } from '../../site/groups';
import type { Adult } from '../desiredState/adults';
import type { CurrentState } from '../currentState/currentState';
import type { AdultGroup, Member } from '../currentState/principals';

/** What an adult's group lacks. */
export interface GroupChange {
  readonly title: string;
  readonly adultKey: string;
  readonly email: string;
  readonly id: number | undefined;
  readonly needsClosing: boolean;
  readonly needsSite: boolean;
  readonly needsPreferences: boolean;
  readonly needsMember: boolean;
}

/** A member who does not belong into a group, or not any more. */
export interface MemberOut {
  readonly groupId: number;
  readonly userId: number;
}

export interface GroupsDiff {
  readonly membersOut: readonly MemberOut[];
  readonly groups: readonly GroupChange[];
}

export function diffGroups(adults: readonly Adult[], currentState: CurrentState): GroupsDiff {
  const wanted = new Map(adults.map((adult) => [adultGroupTitle(adult.key), adult]));
  const { adultGroups } = currentState.principals;
  return {
    membersOut: [...adultGroups.values()].flatMap((group) =>
      group.members
        .filter((member) => !isMember(member, wanted.get(group.title)))
        .map((member) => ({ groupId: group.id, userId: member.id })),
    ),
    groups: adults.map((adult) => diffGroup(adult, adultGroups.get(adultGroupTitle(adult.key)))).filter(isWork),
  };
}

export function isMember(member: Member, adult: Adult | undefined): boolean {
  return adult !== undefined && isAccountOf(member, adult.email);
}

function diffGroup(adult: Adult, group: AdultGroup | undefined): GroupChange {
  return {
    title: adultGroupTitle(adult.key),
    adultKey: adult.key,
    email: adult.email,
    id: group?.id,
    needsClosing: group !== undefined && !group.isClosed,
    needsSite: !group?.readsSite,
    needsPreferences: !group?.keepsPreferences,
    needsMember: !group?.members.some((member) => isMember(member, adult)),
  };
}

function isWork({ id, needsClosing, needsSite, needsPreferences, needsMember }: GroupChange): boolean {
  return id === undefined || needsClosing || needsSite || needsPreferences || needsMember;
}
