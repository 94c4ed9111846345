import { pupilAreas, type PupilArea } from '../../src/domain/people/areas';
import { areas } from '../../src/lists/areas';
import { stagedAreas } from '../../staging/stage/areas';

/** What a registry must be for an area to be complete. */
type RegistryOf<Area extends string> = { readonly [name in Area]: object };

describe('an area of a pupil', () => {
  it('stands in the lists and in staging, and in none of them without the others', () => {
    expect(Object.keys(areas).sort()).toEqual([...pupilAreas].sort());
    expect(Object.keys(stagedAreas).sort()).toEqual([...pupilAreas].sort());
  });

  it('does not compile where a registry lacks it', () => {
    const lists: RegistryOf<PupilArea> = areas;
    const staging: RegistryOf<PupilArea> = stagedAreas;
    // @ts-expect-error an area that the lists do not describe
    const listsWithMore: RegistryOf<PupilArea | 'readingRecord'> = areas;
    // @ts-expect-error an area that staging does not make
    const stagingWithMore: RegistryOf<PupilArea | 'readingRecord'> = stagedAreas;
    expect([lists, staging]).toEqual([listsWithMore, stagingWithMore]);
  });
});
