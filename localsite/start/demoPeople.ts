import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Account = v.object({
  email: v.string(),
  name: v.string(),
  isGuest: v.optional(v.boolean(), false),
  role: v.optional(v.string()),
  children: v.optional(v.array(v.string())),
});

export type DemoAccount = v.InferOutput<typeof Account>;

/** Everybody in the demo school's directory, from `accounts.json` beside its export. */
export function readAccounts(folder: string): readonly DemoAccount[] {
  return v.parse(v.array(Account), JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')));
}

/** Those who work at the school. */
export function staffEmails(accounts: readonly DemoAccount[]): readonly string[] {
  return accounts.map((person) => person.email).filter((email) => email.endsWith('@oakfield.example'));
}

export const adminEmail = 'admin@oakfield.example';
export const publisherEmail = 'publisher@oakfield.example';

/** Who types notices, kit rules and the glossary in the demo. */
export function headEmail(accounts: readonly DemoAccount[]): string {
  return accounts.find((person) => person.role === 'head')?.email ?? adminEmail;
}
