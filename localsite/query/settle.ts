import type { Condition, MembershipOf } from './condition';

/** Who asks and when: what `<UserID/>`, `<Today/>` and `Membership` mean for this request. */
export interface Asking {
  readonly currentUserId: number;
  readonly now: Date;
  /** Ids of the principals a membership test means. */
  readonly principalIds: (of: MembershipOf) => readonly number[];
}

/** The same condition without `currentUser`, `now` and `membership`: they become ids and dates. */
export function settle(condition: Condition, asking: Asking): Condition {
  throw new Error('not written yet');
}
