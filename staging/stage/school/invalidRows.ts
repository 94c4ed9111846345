import { normalEmail } from '../../../src/domain/people/access';
import type { QuarantinedRow } from '../bundle/readTable';

/** Whom the rows speak of that cannot be used. Access through them is closed. */
export interface InvalidRows {
  readonly pupils: ReadonlySet<string>;
  /** Some row of pupils.csv does not even say whose it is: a pupil who seems to be gone may be the one. */
  readonly hasUnknownPupil: boolean;
  readonly contacts: ReadonlySet<string>;
  /** Normalised. A second adult may sign in with them. */
  readonly contactEmails: ReadonlySet<string>;
  /** As pairKey has them. */
  readonly pairs: ReadonlySet<string>;
}

/** One adult and one pupil. */
export function pairKey({ contactId, pupilId }: { readonly contactId: string; readonly pupilId: string }): string {
  return JSON.stringify([contactId, pupilId]);
}

export function invalidRowsOf(
  pupils: readonly QuarantinedRow[],
  contacts: readonly QuarantinedRow[],
  links: readonly QuarantinedRow[],
): InvalidRows {
  const idOf = (column: string) => (row: QuarantinedRow) => row.cellOf(column);
  const emailsOf = ({ cells }: QuarantinedRow) => cells.filter((cell) => cell.includes('@')).map(normalEmail);
  return {
    pupils: new Set(pupils.map(idOf('pupilId'))),
    hasUnknownPupil: pupils.some((row) => row.isBroken || row.cellOf('pupilId') === ''),
    contacts: new Set(contacts.map(idOf('contactId'))),
    contactEmails: new Set(contacts.flatMap(emailsOf)),
    pairs: new Set(links.map((row) => pairKey({ contactId: row.cellOf('contactId'), pupilId: row.cellOf('pupilId') }))),
  };
}
