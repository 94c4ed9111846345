import { PlainError } from '../plainError';

/** No token was given and the site is a real one. */
export class TokenMissing extends PlainError {
  constructor() {
    super('Set SCHOOLGATE_TOKEN to a bearer token for the site.');
    this.name = 'TokenMissing';
  }
}

/** The token given; else on localhost the local site's account, elsewhere that of SCHOOLGATE_TOKEN. Throws TokenMissing. */
export function tokenFor(siteUrl: string, token: string | undefined, localAccount: string): string {
  if (token) return token;
  if (['localhost', '127.0.0.1'].includes(new URL(siteUrl).hostname)) return `local:${localAccount}`;
  const fromEnvironment = process.env['SCHOOLGATE_TOKEN'];
  if (fromEnvironment) return fromEnvironment;
  throw new TokenMissing();
}
