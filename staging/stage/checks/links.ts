import { groupBy } from '../../../src/domain/groupBy';
import { relationshipsTable } from '../bundle/tables';
import { countUnreadable } from '../bundle/unreadableRows';
import type { Finding, Findings } from '../findings';
import type { Contact, Link, Pupil } from '../school';

const { file } = relationshipsTable;
const mostContacts = 6;

/** MIS ids that the site has keys for. */
export interface KnownIds {
  readonly pupils: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
}

export const nobodyKnown: KnownIds = { pupils: new Set(), contacts: new Set() };

interface People {
  readonly pupils: ReadonlyMap<string, Pupil>;
  readonly contacts: ReadonlyMap<string, Contact>;
}

/**
 * References of relationships, and REL-04. Links to people who are not there are left out. Undefined, with PKG-05, where so many links are to
 * people of whom nobody has ever heard that the ids themselves must be damaged.
 */
export function checkLinks(
  links: readonly Link[],
  { pupils, contacts }: People,
  unreadable: KnownIds,
  known: KnownIds,
  findings: Findings,
): readonly Link[] | undefined {
  const unknown = countUnreadable();
  for (const link of links) {
    const problems = [
      ...(pupils.has(link.pupilId) || unreadable.pupils.has(link.pupilId) ? [] : [missing(link, 'pupilId', known.pupils)]),
      ...(contacts.has(link.contactId) || unreadable.contacts.has(link.contactId) ? [] : [missing(link, 'contactId', known.contacts)]),
    ];
    problems.forEach(findings.add);
    unknown.take({ line: link.line, cells: [link.pupilId, link.contactId], isBroken: false }, problems, [], (column) =>
      column === 'pupilId' ? 0 : 1,
    );
  }
  const stops = unknown.problem(links.length);
  stops.forEach((stop) => findings.add({ effect: 'stop', file, ...stop }));
  if (stops.length > 0) return undefined;
  const kept = links.filter((link) => pupils.has(link.pupilId) && contacts.has(link.contactId));
  for (const group of groupBy(kept, (link) => link.pupilId).values()) checkPriorities(group, findings);
  return kept;
}

/** REF-03: somebody whom the site knows is not in the export any more, and the link is right. REF-01: nobody has ever had this id. */
function missing(link: Link, column: 'pupilId' | 'contactId', known: ReadonlySet<string>): Finding {
  const other = column === 'pupilId' ? 'pupils.csv' : 'contacts.csv';
  const place = { effect: 'hold', file, line: link.line, column } as const;
  return known.has(link[column])
    ? { code: 'REF-03', ...place, message: `${other} no longer has the row with this ${column}.` }
    : { code: 'REF-01', ...place, message: `${other} has no row with this ${column}.` };
}

function checkPriorities(group: readonly Link[], findings: Findings): void {
  const line = group[0]?.line;
  const warn = (message: string) => findings.add({ code: 'REL-04', effect: 'warn', file, line, column: 'priority', message });
  if (new Set(group.map((link) => link.contactId)).size > mostContacts) warn(`This pupil has more than ${mostContacts} contacts.`);
  if (group.filter((link) => link.priority === 1).length > 1) warn('This pupil has two contacts with priority 1.');
  if (group.every((link) => link.priority === undefined)) warn('No contact of this pupil has a priority.');
}
