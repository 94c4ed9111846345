/** The Unique Pupil Number: checked when an export is read, never published (DfE, UPN guidance: a 'blind number'). */

/** Letters without I, O and S; a letter's place is its value, A = 0 to Z = 22. */
const alphabet = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const pattern = /^[A-HJ-NP-RT-Z][0-9]{11}([0-9]|[A-HJ-NP-RT-Z])$/;

/**
 * True where the format and the check letter are right; temporary numbers (a letter at the end) included.
 * Rule: Government Data Standards Catalogue, Unique Pupil Number 2.0. Exact: no outer space, capitals only.
 */
export function isValidUpn(text: string): boolean {
  return pattern.test(text) && text[0] === checkLetter(text.slice(1));
}

/** Weights 2 to 13 over the characters after the letter, modulo 23. */
function checkLetter(rest: string): string | undefined {
  const sum = [...rest].reduce((total, character, index) => total + (index + 2) * valueOf(character), 0);
  return alphabet[sum % alphabet.length];
}

function valueOf(character: string): number {
  return /\d/.test(character) ? Number(character) : alphabet.indexOf(character);
}
