import type { EmulatorContext } from '../context/emulatorContext';

/** Somebody in the tenant's directory: can sign in, can be resolved by `ensureuser`. */
export interface Account {
  readonly email: string;
  readonly name: string;
  readonly isGuest: boolean;
  /** What the person is in the demo school, for the switcher: 'parent', 'teacher' ... */
  readonly role?: string;
  /** First names of the person's children, for the switcher. */
  readonly children?: readonly string[];
}

interface Row {
  readonly email: string;
  readonly name: string;
  readonly is_guest: number;
  readonly role: string | null;
  readonly children: string;
}

function readAccount(row: Row): Account {
  const role = row.role === null ? {} : { role: row.role };
  // Written by upsertAccount only.
  return { email: row.email, name: row.name, isGuest: row.is_guest === 1, ...role, children: JSON.parse(row.children) as string[] };
}

export function upsertAccount(emulator: EmulatorContext, account: Account): void {
  emulator.db.run(
    'INSERT OR REPLACE INTO accounts VALUES (?,?,?,?,?)',
    account.email.toLowerCase(),
    account.name,
    account.isGuest ? 1 : 0,
    account.role ?? null,
    JSON.stringify(account.children ?? []),
  );
}

export function findAccount(emulator: EmulatorContext, email: string): Account | undefined {
  const row = emulator.db.first<Row>('SELECT * FROM accounts WHERE email = ?', email);
  return row && readAccount(row);
}

export function allAccounts(emulator: EmulatorContext): readonly Account[] {
  return emulator.db.all<Row>('SELECT * FROM accounts ORDER BY rowid').map(readAccount);
}
