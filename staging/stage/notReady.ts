import { PlainError } from '../plainError';

/** The site is not in a state in which anything may be published. The message says what to do. */
export class NotReady extends PlainError {
  constructor(what: string) {
    super(`${what} Run 'schoolgate provision' first.`);
    this.name = 'NotReady';
  }
}
