import * as v from 'valibot';
import type { EmulatorContext } from './context/emulatorContext';
import type { FaultRule, Faults } from './api/faults';
import { signInCookie, type Identity } from './identity';
import { allAccounts, findAccount } from './store/accounts';
import { findUserByEmail } from './store/principals';

/** The local site's own addresses, which SharePoint does not have: signing in, the people, faults. */
export async function answerLocal(
  emulator: EmulatorContext,
  faults: Faults,
  identity: Identity | undefined,
  request: Request,
): Promise<Response> {
  const url = new URL(request.url);
  const route = `${request.method} ${url.pathname.toLowerCase()}`;
  switch (route) {
    case 'GET /_local/signin':
      return signIn(emulator, url);
    case 'GET /_local/people':
      return json(200, demoPeople(emulator));
    case 'POST /_local/faults':
      return isSiteAdmin(emulator, identity)
        ? addFault(faults, await request.text())
        : json(403, { error: 'Only a site admin may add faults.' });
    case 'DELETE /_local/faults':
      if (!isSiteAdmin(emulator, identity)) return json(403, { error: 'Only a site admin may clear faults.' });
      faults.clear();
      return new Response(null, { status: 204 });
    default:
      return json(404, { error: `The local site has no ${url.pathname}.` });
  }
}

/** Accounts with a role: the others are in the directory only so that SharePoint can find them. */
function demoPeople(emulator: EmulatorContext): readonly unknown[] {
  return allAccounts(emulator).flatMap(({ email, name, role, children }) =>
    role ? [{ email, name, role, children: children ?? [] }] : [],
  );
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json;charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** A path of this site as it can stand in a header; the start for another host's address and for what is no address. */
function pathHere(to: string): string {
  const base = 'http://here.invalid';
  if (!/^\/(?![/\\])[\u0020-\uffff]*$/.test(to) || to.includes('\\') || !URL.canParse(to, base)) return '/';
  const { origin, pathname, search, hash } = new URL(to, base);
  // `/.//host` is a path that becomes `//host`.
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : '/';
}

/** `to` must stay on this site. */
function signIn(emulator: EmulatorContext, url: URL): Response {
  const account = findAccount(emulator, url.searchParams.get('as') ?? '');
  if (!account) return json(404, { error: 'Nobody of that address can sign in here.' });
  const cookie = `${signInCookie}=${encodeURIComponent(account.email)}; Path=/; SameSite=Lax; HttpOnly`;
  return new Response(null, {
    status: 302,
    headers: { Location: pathHere(url.searchParams.get('to') ?? '/'), 'Set-Cookie': cookie, 'Cache-Control': 'no-store' },
  });
}

function isSiteAdmin(emulator: EmulatorContext, identity: Identity | undefined): boolean {
  if (!identity) return false;
  const sites = emulator.db.all<{ readonly id: string; readonly url: string }>('SELECT id, url FROM sites');
  return sites.some((site) => findUserByEmail(emulator, site, identity.email)?.isAdmin === true);
}

const faultRule = v.object({
  match: v.object({ user: v.optional(v.string()), route: v.optional(v.string()), method: v.optional(v.string()) }),
  nth: v.optional(v.union([v.number(), v.object({ from: v.number(), to: v.number() })])),
  answer: v.union([
    v.literal('drop'),
    v.object({ batchPart: v.number(), status: v.number(), retryAfter: v.optional(v.number()) }),
    v.object({ latencyMs: v.number() }),
    v.object({ status: v.number(), retryAfter: v.optional(v.number()) }),
  ]),
});

function addFault(faults: Faults, body: string): Response {
  const rule = readRule(body);
  if (!rule) return json(400, { error: 'A fault is {match:{user?,route?,method?},nth?,answer}.' });
  faults.add(rule);
  return new Response(null, { status: 204 });
}

function readRule(body: string): FaultRule | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(faultRule, value);
  // valibot writes absent properties as undefined-able; the rule's own type leaves them out.
  return parsed.success ? (parsed.output as FaultRule) : undefined;
}
