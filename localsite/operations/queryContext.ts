import type { Condition, MembershipOf } from '../query/condition';
import { bindPlaceholders } from '../query/bindPlaceholders';
import type { AccessContext } from '../security/viewer';
import { groupIdsOf, membersOf, siteGroups, siteUsers } from '../store/principals';

/** The condition with "me", "now" and group membership filled in for this caller. */
export function bindForCaller(access: AccessContext, condition: Condition): Condition {
  const { emulator, web, viewer } = access;
  return bindPlaceholders(condition, { currentUserId: viewer.principal.id, now: emulator.clock(), principalIds: (of) => principalIds(of) });

  function principalIds(of: MembershipOf): readonly number[] {
    switch (of.kind) {
      case 'currentUserGroups':
        return [viewer.principal.id, ...groupIdsOf(emulator, web.site, viewer.principal.id)];
      case 'group':
        return viewer.isAdmin || viewer.ids.has(of.groupId) ? membersOf(emulator, web.site, of.groupId).map((person) => person.id) : [];
      case 'webGroups':
        return siteGroups(emulator, web.site).map((group) => group.id);
      case 'webUsers':
      case 'allUsers':
        return siteUsers(emulator, web.site).map((user) => user.id);
    }
  }
}
