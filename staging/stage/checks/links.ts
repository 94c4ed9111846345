import { groupBy } from '../../../src/domain/groupBy';
import { relationshipsTable } from '../bundle/tables';
import { countInvalidRows } from '../bundle/invalidRowCounter';
import { finding, type Finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { Contact, Link, ExportedPupil } from '../school/school';

const { file } = relationshipsTable;
const maxContacts = 6;

/** MIS ids that the site has keys for. */
export interface KnownIds {
  readonly pupils: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
}

export const nobodyKnown: KnownIds = { pupils: new Set(), contacts: new Set() };

interface People {
  readonly pupils: ReadonlyMap<string, ExportedPupil>;
  readonly contacts: ReadonlyMap<string, Contact>;
}

/**
 * References of relationships, and their priorities. Links to people who are not there are left out. Undefined, with PKG-05, where so many links are to
 * people of whom nobody has ever heard that the ids themselves must be damaged.
 */
export function checkLinks(
  links: readonly Link[],
  { pupils, contacts }: People,
  invalidRows: KnownIds,
  known: KnownIds,
  findings: Findings,
): readonly Link[] | undefined {
  const unknown = countInvalidRows(file);
  for (const link of links) {
    const problems = [
      ...(pupils.has(link.pupilId) || invalidRows.pupils.has(link.pupilId) ? [] : [missing(link, 'pupilId', known.pupils)]),
      ...(contacts.has(link.contactId) || invalidRows.contacts.has(link.contactId) ? [] : [missing(link, 'contactId', known.contacts)]),
    ];
    problems.forEach(findings.add);
    unknown.take({ line: link.line, cells: [link.pupilId, link.contactId], isBroken: false }, problems, [], (column) =>
      column === 'pupilId' ? 0 : 1,
    );
  }
  const stops = unknown.problem(links.length);
  stops.forEach(findings.add);
  if (stops.length > 0) return undefined;
  const kept = links.filter((link) => pupils.has(link.pupilId) && contacts.has(link.contactId));
  for (const group of groupBy(kept, (link) => link.pupilId).values()) checkPriorities(group, findings);
  return kept;
}

/** REF-03: somebody whom the site knows is not in the export any more, and the link is right. REF-01: nobody has ever had this id. */
function missing(link: Link, column: 'pupilId' | 'contactId', known: ReadonlySet<string>): Finding {
  const other = column === 'pupilId' ? 'pupils.csv' : 'contacts.csv';
  const place = { file, line: link.line, column };
  return known.has(link[column]) ? finding('REF-03', place, { file: other, column }) : finding('REF-01', place, { column });
}

function checkPriorities(group: readonly Link[], findings: Findings): void {
  const line = group[0]?.line;
  const place = { file, line, column: 'priority' };
  if (new Set(group.map((link) => link.contactId)).size > maxContacts) findings.add(finding('REL-20', place, { max: maxContacts }));
  if (group.filter((link) => link.priority === 1).length > 1) findings.add(finding('REL-04', place));
  if (group.every((link) => link.priority === undefined)) findings.add(finding('REL-21', place));
}
