/**
 * Who is calling. Two ways of signing in: a cookie (then a digest is needed) and a bearer token (no digest), docs/sharepoint-facts.md, A3.
 */

export const signInCookie = 'localsite_signin';

export interface Identity {
  readonly email: string;
  /** A browser's cookie needs a request digest on every write; a bearer token does not. */
  readonly mode: 'cookie' | 'bearer';
}

export function readIdentity(headers: Headers): Identity | undefined {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const bearer = /^bearer\s+local:(\S+)$/i.exec(authorization)?.[1];
    return bearer === undefined ? undefined : { email: bearer.toLowerCase(), mode: 'bearer' };
  }
  const email = readCookie(headers.get('cookie') ?? '', signInCookie);
  return email === undefined ? undefined : { email: email.toLowerCase(), mode: 'cookie' };
}

function readCookie(header: string, name: string): string | undefined {
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  if (pair === undefined) return undefined;
  try {
    const value = decodeURIComponent(pair.slice(name.length + 1));
    return value === '' ? undefined : value;
  } catch {
    // A cookie that cannot be decoded names nobody.
    return undefined;
  }
}
