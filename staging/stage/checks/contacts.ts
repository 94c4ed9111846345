import { groupBy } from '../../../src/domain/groupBy';
import { isUsableEmail, normalEmail } from '../../../src/domain/people/access';
import { plainText } from '../../../src/domain/plainText';
import { contactsTable } from '../bundle/tables';
import type { Findings } from '../findings';
import type { Contact, Link } from '../school';

const { file } = contactsTable;

export interface CheckedContacts {
  readonly repeated: ReadonlySet<string>;
  /** Normalised e-mails that stand on two contacts. */
  readonly sharedEmails: ReadonlySet<string>;
  /** Contacts that look like no person: no surname, or a test. */
  readonly noPersons: ReadonlySet<string>;
}

const testNames = /^(test|tester|testing|dummy|example|sample|zz+|xx+|do not use|unknown)$/;

/** CON-01, CON-02, CON-05, and ids that are there twice. */
export function checkContacts(
  rows: readonly Contact[],
  links: readonly Link[],
  unreadableEmails: ReadonlySet<string>,
  findings: Findings,
): CheckedContacts {
  const linked = new Set(links.map((link) => link.contactId));
  rows.filter((row) => linked.has(row.contactId)).forEach((row) => checkEmail(row, findings));
  return {
    repeated: repeatedIds(rows, findings),
    sharedEmails: sharedEmails(rows, unreadableEmails, findings),
    noPersons: new Set(rows.filter((row) => isNoPerson(row, findings)).map((row) => row.contactId)),
  };
}

function repeatedIds(rows: readonly Contact[], findings: Findings): ReadonlySet<string> {
  const groups = [...groupBy(rows, (row) => row.contactId.toLowerCase()).values()].filter((group) => group.length > 1);
  groups.flat().forEach(({ line }) =>
    findings.add({
      code: 'REF-02',
      effect: 'hold',
      file,
      line,
      column: 'contactId',
      message: 'Another row has the same contactId. Access through both is closed.',
    }),
  );
  return new Set(groups.flatMap((group) => group.map((row) => row.contactId)));
}

function checkEmail(row: Contact, findings: Findings): void {
  if (isUsableEmail(row.email)) return;
  const message = row.email
    ? 'This is not an e-mail address: the adult cannot sign in.'
    : 'There is no e-mail address: the adult cannot sign in.';
  findings.add({ code: 'CON-01', effect: 'warn', file, line: row.line, column: 'email', message });
}

function sharedEmails(rows: readonly Contact[], unreadableEmails: ReadonlySet<string>, findings: Findings): ReadonlySet<string> {
  const shared = [
    ...groupBy(
      rows.filter((row) => normalEmail(row.email) !== ''),
      (row) => normalEmail(row.email),
    ),
  ].filter(([email, group]) => unreadableEmails.has(email) || new Set(group.map((row) => row.contactId)).size > 1);
  shared
    .flatMap(([, group]) => group)
    .forEach(({ line }) =>
      findings.add({
        code: 'CON-02',
        effect: 'hold',
        file,
        line,
        column: 'email',
        message: 'Another contact has the same e-mail address, so one account would stand for two people. Access is closed for both.',
      }),
    );
  return new Set(shared.map(([email]) => email));
}

function isNoPerson(row: Contact, findings: Findings): boolean {
  const hold = (column: string, message: string) => findings.add({ code: 'CON-05', effect: 'hold', file, line: row.line, column, message });
  if (plainText(row.deceased) === 'y') hold('deceased', 'The adult is recorded as deceased.');
  if (!row.surname) {
    hold('surname', 'The adult has no surname.');
    return true;
  }
  const isTest = [row.forename, row.surname].some((name) => testNames.test(plainText(name)));
  if (isTest) hold('surname', 'This looks like a test and not like a person.');
  return isTest;
}
