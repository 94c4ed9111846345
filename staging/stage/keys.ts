import { randomBytes } from 'node:crypto';

export type KeyKind = 'pupil' | 'adult';

export interface NewKey {
  readonly kind: KeyKind;
  readonly misKey: string;
  readonly opaqueKey: string;
}

/** Opaque keys of pupils and adults: those on the site, and new random ones for whoever has none yet. */
export interface Keys {
  pupil(pupilId: string): string;
  adult(contactId: string): string;
  /** Undefined for a pupil who has no key: none is made. */
  knownPupil(pupilId: string): string | undefined;
  /** Keys made since, to be written before anything uses them. */
  readonly made: readonly NewKey[];
}

/** @param known opaque key by '<kind>:<MIS id>' */
export function keyRing(known: ReadonlyMap<string, string>): Keys {
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
  return { pupil: id => keyOf('pupil', id), adult: id => keyOf('adult', id), knownPupil: id => ring.get(`pupil:${id}`), made };
}
