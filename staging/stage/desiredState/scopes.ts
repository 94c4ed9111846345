import type { PupilArea } from '../../../src/domain/people/areas';
import { seesAll, type Adult } from './adults';

/** Who may read one folder (or, in Adult Home, one row). */
export interface WantedScope {
  /** '<pupil key>', '<pupil key>/<area>', or an adult key. */
  readonly path: string;
  readonly adultKeys: readonly string[];
}

export interface WantedScopes {
  readonly homeScopes: readonly WantedScope[];
  readonly recordScopes: readonly WantedScope[];
  /** Scopes of areas that some adult sees without seeing all. Other area folders inherit. */
  readonly areaScopes: readonly WantedScope[];
}

/** An adult of a pupil, and what they may see. */
export interface Reader {
  readonly adultKey: string;
  readonly areas: readonly PupilArea[];
}

/** Who may see something of each pupil, by pupil key. */
export function readersByPupil(adults: readonly Adult[]): ReadonlyMap<string, readonly Reader[]> {
  const readers = new Map<string, Reader[]>();
  for (const { key, children } of adults) {
    for (const { pupilKey, areas } of children) readers.set(pupilKey, [...(readers.get(pupilKey) ?? []), { adultKey: key, areas }]);
  }
  return readers;
}

/** Scopes of the folders of pupils who stay. */
export function pupilScopes(livingKeys: readonly string[], readers: ReadonlyMap<string, readonly Reader[]>): WantedScopes {
  const full = livingKeys.map((path) => ({
    path,
    adultKeys: (readers.get(path) ?? []).filter((reader) => seesAll(reader.areas)).map((reader) => reader.adultKey),
  }));
  const areaScopes = full.flatMap(({ path, adultKeys }) => {
    const limited = (readers.get(path) ?? []).filter((reader) => !seesAll(reader.areas));
    const areas = [...new Set(limited.flatMap((reader) => reader.areas))];
    return areas.map((area) => ({
      path: `${path}/${area}`,
      adultKeys: [...adultKeys, ...limited.filter((reader) => reader.areas.includes(area)).map((reader) => reader.adultKey)],
    }));
  });
  return { homeScopes: full, recordScopes: full, areaScopes };
}
