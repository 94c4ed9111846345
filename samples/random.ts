/**
 * Chance that depends on a label only, not on what was drawn before: a demo school generated tomorrow has the same past as
 * one generated today, plus a day.
 */

/** Looked up once: inside jest each look-up of a global is dear, and there are millions. */
const { imul } = Math;

const seed = 0x0a4f1e1d;

/** A number in [0, 1), always the same for the same label. */
export function chance(label: string): number {
  return mulberry32(fnv1a(label));
}

/** An integer from low to high, both included. */
export function between(label: string, low: number, high: number): number {
  return low + Math.floor(chance(label) * (high - low + 1));
}

/** One of the list. Throws on an empty list. */
export function pick<T>(label: string, list: readonly T[]): T {
  const chosen = list[Math.floor(chance(label) * list.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
}

function fnv1a(text: string): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function mulberry32(state: number): number {
  let mixed = (state + 0x6d2b79f5) | 0;
  mixed = imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
