import { PlainError } from '../plainError';

/** No token was given. */
export class TokenMissing extends PlainError {
  constructor() {
    super('Set SCHOOLGATE_TOKEN to a bearer token for the site.');
    this.name = 'TokenMissing';
  }
}

/** The token given, else that of SCHOOLGATE_TOKEN: whatever the site takes for one. Throws TokenMissing. */
export function tokenFor(token: string | undefined): string {
  const found = token || process.env['SCHOOLGATE_TOKEN'];
  if (!found) throw new TokenMissing();
  return found;
}
