/** Pupil and learner numbers with valid check characters. */

const alphabet = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A unique pupil number: check letter, local authority (3), establishment (4), year (2), serial (3; with a letter at the end for
 * a temporary one). Source: UK Government Data Standards Catalogue, Unique Pupil Number 2.0.
 */
export function upn(authority: string, establishment: string, year: string, serial: string): string {
  const rest = `${authority}${establishment}${year}${serial}`;
  return `${upnCheckLetter(rest)}${rest}`;
}

/** The letter that belongs before the other twelve characters: their values, weighted by position 2 to 13, modulo 23. */
function upnCheckLetter(rest: string): string {
  const sum = [...rest].reduce((total, character, index) => total + (index + 2) * valueOf(character), 0);
  return alphabet.charAt(sum % 23);
}

/** A unique learner number from nine digits, or the next nine digits that can have one: weights 10 to 2, modulo 11, never 0. */
export function uln(base: number): string {
  const digits = String(base);
  const remainder = [...digits].reduce((total, digit, index) => total + (10 - index) * Number(digit), 0) % 11;
  return remainder === 0 ? uln(base + 1) : `${digits}${10 - remainder}`;
}

function valueOf(character: string): number {
  const letter = alphabet.indexOf(character);
  return letter >= 0 ? letter : Number(character);
}
