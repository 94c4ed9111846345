import * as v from 'valibot';
import type { Server } from './request';

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

/** The school that runs, as requests reach it. */
export function runningSchool(): Server {
  return { origin: new URL(schoolAddress()).origin, fetch: (request) => fetch(request) };
}
