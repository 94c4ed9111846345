/** Where the export is in doubt about who is meant: all access through them is closed. */
export interface AccessAmbiguities {
  /** Normalised e-mail addresses that stand for more than one adult. */
  readonly sharedEmails: ReadonlySet<string>;
  /** Contacts that look like no person, by id, with the finding that says why. */
  readonly placeholderContacts: ReadonlyMap<string, PlaceholderRule>;
  /** Ids that stand for more than one row. */
  readonly repeatedPupils: ReadonlySet<string>;
  readonly repeatedContacts: ReadonlySet<string>;
  /** Ids whose row cannot be read. */
  readonly invalidPupils: ReadonlySet<string>;
  readonly invalidContacts: ReadonlySet<string>;
  /** Pairs of adult and pupil, as pairKey has them, of whom some row cannot be read. */
  readonly invalidPairs: ReadonlySet<string>;
}

/** Without a surname, or a test. */
export type PlaceholderRule = 'CON-07' | 'CON-08';
