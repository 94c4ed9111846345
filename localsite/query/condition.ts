/** A column, or a column of what it points to: `['Title']`, `['Author', 'Title']`. Spelling as the caller wrote it. */
export type FieldPath = readonly string[];

/**
 * A value written in a query. Nobody knows the column's type while parsing, so a literal keeps the kind it was
 * written with and is compared in the kind of the column (`'2026-09-01T00:00:00Z'` is a string until it meets a date).
 */
export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `value`: ISO instant in UTC. `wholeDay`: compare calendar days of the site's time zone, not instants. */
  | { readonly kind: 'date'; readonly value: string; readonly wholeDay: boolean }
  | { readonly kind: 'guid'; readonly value: string }
  /** CAML `<UserID/>`: replaced by `bindPlaceholders`. */
  | { readonly kind: 'currentUser' }
  /** CAML `<Today OffsetDays=…/>` and `<Now/>`: replaced by `bindPlaceholders`. */
  | { readonly kind: 'now'; readonly offsetDays: number; readonly wholeDay: boolean };

export type BinaryOperator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'startsWith' | 'contains';
export type DatePart = 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second';

/** Whose principals a CAML `Membership` test means. */
export type MembershipOf =
  | { readonly kind: 'currentUserGroups' }
  | { readonly kind: 'group'; readonly groupId: number }
  | { readonly kind: 'webGroups' }
  | { readonly kind: 'webUsers' }
  | { readonly kind: 'allUsers' };

export interface BinaryComparison {
  readonly kind: 'compare';
  readonly field: FieldPath;
  readonly operator: BinaryOperator;
  readonly value: Literal;
  /** Compare the id of a lookup or person instead of its shown text. */
  readonly lookupId?: boolean;
  readonly datePart?: DatePart;
}

export interface NullTest {
  readonly kind: 'compare';
  readonly field: FieldPath;
  readonly operator: 'isNull' | 'isNotNull';
}

export interface InList {
  readonly kind: 'compare';
  readonly field: FieldPath;
  readonly operator: 'in';
  readonly values: readonly Literal[];
  readonly lookupId?: boolean;
}

export interface MembershipTest {
  readonly kind: 'compare';
  readonly field: FieldPath;
  readonly operator: 'membership';
  readonly of: MembershipOf;
}

export type Comparison = BinaryComparison | NullTest | InList | MembershipTest;

/** What OData `$filter` and CAML `Where` both become. An empty `all` is true, an empty `any` is false. */
export type Condition =
  | { readonly kind: 'all'; readonly parts: readonly Condition[] }
  | { readonly kind: 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Comparison;

export interface Ordering {
  readonly field: FieldPath;
  readonly ascending: boolean;
}

/** What a row holds in one column, in the column's own type. `many` is a multi-value column; null is empty. */
export type FieldValue =
  | null
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** ISO instant in UTC. */
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'guid'; readonly value: string }
  | { readonly kind: 'lookup'; readonly id: number; readonly text: string }
  | { readonly kind: 'many'; readonly values: readonly FieldValue[] };
