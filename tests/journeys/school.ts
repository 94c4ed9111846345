import * as v from 'valibot';

const person = v.object({ email: v.string(), name: v.string(), role: v.string(), children: v.array(v.string()) });

export type Person = v.InferOutput<typeof person>;

/** 'http://localhost:<port>/sites/school', set by globalSetup. */
export function schoolAddress(): string {
  const address = process.env['SCHOOLGATE_ADDRESS'];
  if (!address) throw new Error('The school was not started.');
  return address;
}

export function localAddress(path: string): string {
  return new URL(path, schoolAddress()).href;
}

export async function demoPeople(): Promise<readonly Person[]> {
  const response = await fetch(localAddress('/_local/people'));
  return v.parse(v.array(person), await response.json());
}

export const samantha = 'samantha.smith@family.example';
export const admin = 'admin@oakfield.example';

/** One REST call under somebody's own account; the answer's status and text as they came. */
export async function rest(
  email: string,
  path: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${schoolAddress()}/_api/${path}`, {
    ...init,
    headers: {
      authorization: `Bearer local:${email}`,
      accept: 'application/json;odata=nometadata',
      ...Object.fromEntries(new Headers(init.headers)),
    },
  });
  return { status: response.status, text: await response.text() };
}

/** All rows of a list that somebody may read, with the columns named. None where the list itself is hidden from them: 404. */
export async function rows<T>(email: string, list: string, select: string, schema: v.GenericSchema<unknown, T>): Promise<readonly T[]> {
  const site = new URL(schoolAddress()).pathname;
  const path = `web/getlist('${site}/Lists/${list}')/items?$top=5000&$select=${select}`;
  const { status, text } = await rest(email, path);
  if (status === 404) return [];
  if (status !== 200) throw new Error(`${list} answered ${status}`);
  return v.parse(v.object({ value: v.array(schema) }), JSON.parse(text)).value;
}
