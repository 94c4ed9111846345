import { groupBy } from '../../../src/domain/groupBy';
import { isUsableEmail, normalEmail } from '../../../src/domain/people/access';
import { plainText } from '../../../src/domain/plainText';
import { contactsTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { Contact, Link } from '../school/school';
import type { PlaceholderRule } from '../school/ambiguities';

const { file } = contactsTable;

export interface CheckedContacts {
  readonly repeated: ReadonlySet<string>;
  /** Normalised e-mails that stand on two contacts. */
  readonly sharedEmails: ReadonlySet<string>;
  /** Contacts that look like no person, by id: without a surname (CON-07), or a test (CON-08). */
  readonly placeholderContacts: ReadonlyMap<string, PlaceholderRule>;
}

const testNames = /^(test|tester|testing|dummy|example|sample|zz+|xx+|do not use|unknown)$/;

/** E-mail addresses, people who have died or are none, and ids that are there twice. */
export function checkContacts(
  rows: readonly Contact[],
  links: readonly Link[],
  invalidEmails: ReadonlySet<string>,
  findings: Findings,
): CheckedContacts {
  const linked = new Set(links.map((link) => link.contactId));
  rows.filter((row) => linked.has(row.contactId)).forEach((row) => checkEmail(row, findings));
  return {
    repeated: repeatedIds(rows, findings),
    sharedEmails: sharedEmails(rows, invalidEmails, findings),
    placeholderContacts: placeholders(rows, findings),
  };
}

function repeatedIds(rows: readonly Contact[], findings: Findings): ReadonlySet<string> {
  const groups = [...groupBy(rows, (row) => row.contactId.toLowerCase()).values()].filter((group) => group.length > 1);
  groups.flat().forEach(({ line }) => findings.add(finding('REF-02', { file, line, column: 'contactId' })));
  return new Set(groups.flatMap((group) => group.map((row) => row.contactId)));
}

function checkEmail(row: Contact, findings: Findings): void {
  if (isUsableEmail(row.email)) return;
  findings.add(finding(row.email ? 'CON-10' : 'CON-01', { file, line: row.line, column: 'email' }));
}

function sharedEmails(rows: readonly Contact[], invalidEmails: ReadonlySet<string>, findings: Findings): ReadonlySet<string> {
  const shared = [
    ...groupBy(
      rows.filter((row) => normalEmail(row.email) !== ''),
      (row) => normalEmail(row.email),
    ),
  ].filter(([email, group]) => invalidEmails.has(email) || new Set(group.map((row) => row.contactId)).size > 1);
  shared.flatMap(([, group]) => group).forEach(({ line }) => findings.add(finding('CON-02', { file, line, column: 'email' })));
  return new Set(shared.map(([email]) => email));
}

function placeholders(rows: readonly Contact[], findings: Findings): ReadonlyMap<string, PlaceholderRule> {
  const found = new Map<string, PlaceholderRule>();
  for (const row of rows) {
    if (plainText(row.deceased) === 'y') findings.add(finding('CON-05', { file, line: row.line, column: 'deceased' }));
    const rule = placeholderRule(row);
    if (!rule) continue;
    findings.add(finding(rule, { file, line: row.line, column: 'surname' }));
    found.set(row.contactId, rule);
  }
  return found;
}

/** Which of the two it is that looks like no person; undefined for somebody real. */
function placeholderRule(row: Contact): PlaceholderRule | undefined {
  if (!row.surname) return 'CON-07';
  return [row.forename, row.surname].some((name) => testNames.test(plainText(name))) ? 'CON-08' : undefined;
}
