import { randomInt } from 'node:crypto';

/** The same in random order. Numbers that SharePoint gives one after the other then tell nothing about who belongs together. */
export function shuffled<T>(all: readonly T[]): readonly T[] {
  return all
    .map((each) => ({ each, rank: randomInt(2 ** 47) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}
