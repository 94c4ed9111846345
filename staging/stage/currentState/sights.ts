import { pupilAreas } from '../../../src/domain/people/areas';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { scopeName, type CurrentState } from './currentState';

/**
 * What the permissions of the site let accounts see, whatever the lists say: '<account> <pupil key> <area>', one for each area whose folder the
 * account's group may read.
 */
export function openSights({
  principals,
  pupilRecords,
  grants,
}: Pick<CurrentState, 'principals' | 'pupilRecords' | 'grants'>): ReadonlySet<string> {
  const accounts = new Map([...principals.adultGroups.values()].map(({ id, members }) => [id, members.map((member) => member.id)]));
  const scoped = new Map(
    pupilRecords.folders
      .filter(({ hasOwnScope }) => hasOwnScope)
      .map(({ path, id }) => [path, grants.get(scopeName(pupilRecordsList, id)) ?? []]),
  );
  const pupils = pupilRecords.folders.filter(({ path }) => !path.includes('/')).map(({ path }) => path);
  return new Set(
    pupils.flatMap((pupilKey) =>
      pupilAreas.flatMap((area) =>
        (scoped.get(`${pupilKey}/${area}`) ?? scoped.get(pupilKey) ?? [])
          .flatMap(({ principalId }) => accounts.get(principalId) ?? [])
          .map((account) => `${account} ${pupilKey} ${area}`),
      ),
    ),
  );
}

/** Pairs of account and pupil of whom something is open. */
export function openPairs(currentState: Pick<CurrentState, 'principals' | 'pupilRecords' | 'grants'>): number {
  return new Set([...openSights(currentState)].map((sight) => sight.slice(0, sight.lastIndexOf(' ')))).size;
}
