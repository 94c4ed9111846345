import { PlainError } from '../plainError';

const localHosts: readonly string[] = ['localhost', '127.0.0.1'];

/** No token was given. */
export class TokenMissing extends PlainError {
  constructor() {
    super('Set SCHOOLGATE_TOKEN to a bearer token for the site.');
    this.name = 'TokenMissing';
  }
}

/** The token is not one for this address: sent there, it could be read on the way, or by somebody whom it is not for. */
export class TokenDoesNotFit extends PlainError {
  constructor(advice: string) {
    super(advice);
    this.name = 'TokenDoesNotFit';
  }
}

/** The token given, else that of SCHOOLGATE_TOKEN: whatever the site takes for one. Throws TokenMissing. */
export function tokenFor(token: string | undefined): string {
  const found = token || process.env['SCHOOLGATE_TOKEN'];
  if (!found) throw new TokenMissing();
  return found;
}

/** Throws TokenDoesNotFit before anything is sent: a tenant's token goes over https only, a token of the local site to this machine only. */
export function assertTokenFits(token: string, siteUrl: string): void {
  const { protocol, hostname } = new URL(siteUrl);
  const isOfLocalSite = token.startsWith('local:');
  if (isOfLocalSite && !localHosts.includes(hostname)) {
    throw new TokenDoesNotFit(
      'SCHOOLGATE_TOKEN holds a token of the local site, which is on localhost only. Set it to a bearer token for this site, or give the address of the local site.',
    );
  }
  if (!isOfLocalSite && protocol !== 'https:') {
    throw new TokenDoesNotFit(
      'A bearer token is sent over https only. Give an address that begins with https://, or for the local site set SCHOOLGATE_TOKEN to local:<e-mail>.',
    );
  }
}
