/** An error whose message is ours: plain words that may be shown to anybody. */
export class PlainError extends Error {}

/**
 * What to tell a person about something thrown. The text of other errors may hold a row of a file or an answer of the site:
 * of those only the name is told.
 */
export function errorText(thrown: unknown): string {
  if (thrown instanceof PlainError) return thrown.message;
  return `Something unexpected happened (${thrown instanceof Error ? thrown.name : typeof thrown}).`;
}
