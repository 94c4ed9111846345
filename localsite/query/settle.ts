import { siteDayNumber } from './calendar';
import type { Comparison, Condition, Literal, MembershipOf } from './condition';

/** Who asks and when: what `<UserID/>`, `<Today/>` and `Membership` mean for this request. */
export interface Asking {
  readonly currentUserId: number;
  readonly now: Date;
  /** Ids of the principals a membership test means. */
  readonly principalIds: (of: MembershipOf) => readonly number[];
}

/** The same condition without `currentUser`, `now` and `membership`: they become ids and dates. */
export function settle(condition: Condition, asking: Asking): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, parts: condition.parts.map((part) => settle(part, asking)) };
    case 'not':
      return { kind: 'not', part: settle(condition.part, asking) };
    case 'compare':
      return settleComparison(condition, asking);
  }
}

function settleComparison(test: Comparison, asking: Asking): Comparison {
  switch (test.operator) {
    case 'isNull':
    case 'isNotNull':
      return test;
    case 'in':
      return {
        ...test,
        lookupId: asksForUser(test.values) || test.lookupId === true,
        values: test.values.map((value) => settleLiteral(value, asking)),
      };
    case 'membership':
      return {
        kind: 'compare',
        field: test.field,
        operator: 'in',
        lookupId: true,
        values: asking.principalIds(test.of).map((value) => ({ kind: 'number', value })),
      };
    default:
      return { ...test, lookupId: asksForUser([test.value]) || test.lookupId === true, value: settleLiteral(test.value, asking) };
  }
}

/** `<UserID/>` is an id, with or without `LookupId="TRUE"`. */
function asksForUser(values: readonly Literal[]): boolean {
  return values.some((value) => value.kind === 'currentUser');
}

function settleLiteral(literal: Literal, asking: Asking): Literal {
  if (literal.kind === 'currentUser') return { kind: 'number', value: asking.currentUserId };
  if (literal.kind !== 'now') return literal;
  // A whole day is moved in the calendar, at noon, so that a change of the clocks does not shift it.
  const from = literal.wholeDay ? siteDayNumber(asking.now) * 86_400_000 + 43_200_000 : asking.now.getTime();
  return { kind: 'date', value: new Date(from + literal.offsetDays * 86_400_000).toISOString(), wholeDay: literal.wholeDay };
}
