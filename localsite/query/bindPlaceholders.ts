import { siteDayNumber } from './calendar';
import type { Comparison, Condition, Literal, MembershipOf } from './condition';

/** Who asks and when: what `<UserID/>`, `<Today/>` and `Membership` mean for this request. */
export interface QueryContext {
  readonly currentUserId: number;
  readonly now: Date;
  /** Ids of the principals a membership test means. */
  readonly principalIds: (of: MembershipOf) => readonly number[];
}

/** The same condition without `currentUser`, `now` and `membership`: they become ids and dates. */
export function bindPlaceholders(condition: Condition, context: QueryContext): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, parts: condition.parts.map((part) => bindPlaceholders(part, context)) };
    case 'not':
      return { kind: 'not', part: bindPlaceholders(condition.part, context) };
    case 'compare':
      return bindComparison(condition, context);
  }
}

function bindComparison(test: Comparison, context: QueryContext): Comparison {
  switch (test.operator) {
    case 'isNull':
    case 'isNotNull':
      return test;
    case 'in':
      return {
        ...test,
        lookupId: asksForUser(test.values) || test.lookupId === true,
        values: test.values.map((value) => bindLiteral(value, context)),
      };
    case 'membership':
      return {
        kind: 'compare',
        field: test.field,
        operator: 'in',
        lookupId: true,
        values: context.principalIds(test.of).map((value) => ({ kind: 'number', value })),
      };
    default:
      return { ...test, lookupId: asksForUser([test.value]) || test.lookupId === true, value: bindLiteral(test.value, context) };
  }
}

/** `<UserID/>` is an id, with or without `LookupId="TRUE"`. */
function asksForUser(values: readonly Literal[]): boolean {
  return values.some((value) => value.kind === 'currentUser');
}

function bindLiteral(literal: Literal, context: QueryContext): Literal {
  if (literal.kind === 'currentUser') return { kind: 'number', value: context.currentUserId };
  if (literal.kind !== 'now') return literal;
  // A whole day is moved in the calendar, at noon, so that a change of the clocks does not shift it.
  const from = literal.wholeDay ? siteDayNumber(context.now) * 86_400_000 + 43_200_000 : context.now.getTime();
  return { kind: 'date', value: new Date(from + literal.offsetDays * 86_400_000).toISOString(), wholeDay: literal.wholeDay };
}
