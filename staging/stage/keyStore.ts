import { randomBytes } from 'node:crypto';

export type KeyKind = 'pupil' | 'adult' | 'site';

export interface NewKey {
  readonly kind: KeyKind;
  readonly misKey: string;
  readonly opaqueKey: string;
}

/** Opaque keys of pupils and adults: those on the site, and new random ones for whoever has none yet. */
export interface KeyStore {
  pupil(pupilId: string): string;
  adult(contactId: string): string;
  /** Undefined for who has no key: none is made. */
  known(kind: KeyKind, id: string): string | undefined;
  /** What fingerprints of people are made with on this site, and nowhere else. */
  readonly salt: string;
  /** Keys made since, to be written before anything uses them. */
  readonly made: readonly NewKey[];
  /** The id stands for somebody else from now on, who gets a new key: a key never passes to another person. '<kind>:<MIS id>' */
  retire(misKey: string): void;
}

/** @param known opaque key by '<kind>:<MIS id>' */
export function keyStore(known: ReadonlyMap<string, string>): KeyStore {
  const made: NewKey[] = [];
  const ring = new Map(known);
  const keyOf = (kind: KeyKind, id: string): string => {
    const misKey = `${kind}:${id}`;
    const there = ring.get(misKey);
    if (there !== undefined) return there;
    const opaqueKey = randomBytes(12).toString('hex');
    ring.set(misKey, opaqueKey);
    made.push({ kind, misKey, opaqueKey });
    return opaqueKey;
  };
  return {
    pupil: (id) => keyOf('pupil', id),
    adult: (id) => keyOf('adult', id),
    known: (kind, id) => ring.get(`${kind}:${id}`),
    salt: keyOf('site', 'salt'),
    made,
    retire: (misKey) => {
      ring.delete(misKey);
    },
  };
}

/** One adult and one pupil by their opaque keys, as the list Access names them. */
export function pairName(adultKey: string, pupilKey: string): string {
  return `${adultKey}.${pupilKey}`;
}
