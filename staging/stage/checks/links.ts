import { relationshipsTable } from '../bundle/tables';
import type { Finding, Findings } from '../findings';
import type { Contact, Link, Pupil } from '../school';
import { groupBy } from './pupils';

const { file } = relationshipsTable;
const mostContacts = 6;

/** References of relationships, and REL-04. Links to people who are not there are left out. */
export function checkLinks(
  links: readonly Link[], pupils: ReadonlyMap<string, Pupil>, contacts: ReadonlyMap<string, Contact>,
  unreadable: { readonly pupils: ReadonlySet<string>; readonly contacts: ReadonlySet<string> }, findings: Findings,
): readonly Link[] {
  const known = links.filter(link => {
    const problems = [
      ...missing(link, 'pupilId', pupils.has(link.pupilId), unreadable.pupils.has(link.pupilId)),
      ...missing(link, 'contactId', contacts.has(link.contactId), unreadable.contacts.has(link.contactId)),
    ];
    problems.forEach(findings.add);
    return pupils.has(link.pupilId) && contacts.has(link.contactId);
  });
  for (const group of groupBy(known, link => link.pupilId).values()) checkPriorities(group, findings);
  return known;
}

function missing(link: Link, column: 'pupilId' | 'contactId', isThere: boolean, isUnreadable: boolean): readonly Finding[] {
  if (isThere || isUnreadable) return [];
  const other = column === 'pupilId' ? 'pupils.csv' : 'contacts.csv';
  return [{ code: 'REF-01', effect: 'hold', file, line: link.line, column, message: `${other} has no row with this ${column}.` }];
}

function checkPriorities(group: readonly Link[], findings: Findings): void {
  const line = group[0]?.line;
  const warn = (message: string) => findings.add({ code: 'REL-04', effect: 'warn', file, line, column: 'priority', message });
  if (new Set(group.map(link => link.contactId)).size > mostContacts) warn(`This pupil has more than ${mostContacts} contacts.`);
  if (group.filter(link => link.priority === 1).length > 1) warn('This pupil has two contacts with priority 1.');
  if (group.every(link => link.priority === undefined)) warn('No contact of this pupil has a priority.');
}
