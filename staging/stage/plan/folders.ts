import type { ListDefinition } from '../../../src/lists/define';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { CurrentState } from '../currentState/currentState';
import type { DesiredState } from '../desiredState/desiredState';
import { pupilOf, type SiteFolder } from '../rows/siteRow';

export interface NewFolder {
  readonly list: ListDefinition;
  /** '' for the root of the list. */
  readonly parent: string;
  readonly name: string;
}

/** An area that got a scope of its own once keeps it: with the same readers as the folder above, or those who see only this area. */
export function areaScopes(desiredState: DesiredState, currentState: CurrentState): DesiredState['areaScopes'] {
  const wanted = new Set(desiredState.areaScopes.map(({ path }) => path));
  const above = new Map(desiredState.recordScopes.map((scope) => [scope.path, scope.adultKeys]));
  const kept = currentState.pupilRecords.folders
    .filter((folder) => folder.hasOwnScope && folder.path.includes('/') && !wanted.has(folder.path))
    .flatMap(({ path }) => {
      const adultKeys = above.get(pupilOf(path));
      return adultKeys ? [{ path, adultKeys }] : [];
    });
  return [...desiredState.areaScopes, ...kept];
}

/** Folders of pupils first, then those of their areas. */
export function missingFolders(desiredState: DesiredState, currentState: CurrentState): readonly NewFolder[] {
  const missing = (list: ListDefinition, there: readonly SiteFolder[], paths: Iterable<string>): readonly NewFolder[] => {
    const known = new Set(there.map(({ path }) => path));
    return [...new Set(paths)]
      .filter((path) => !known.has(path))
      .map((path) => {
        const cut = path.lastIndexOf('/');
        return { list, parent: path.slice(0, Math.max(cut, 0)), name: path.slice(cut + 1) };
      });
  };
  const areas = [...desiredState.records.map((row) => row.folder), ...desiredState.areaScopes.map(({ path }) => path)];
  return [
    ...missing(
      pupilHomeList,
      currentState.pupilHome.folders,
      desiredState.homeScopes.map(({ path }) => path),
    ),
    ...missing(
      pupilRecordsList,
      currentState.pupilRecords.folders,
      desiredState.recordScopes.map(({ path }) => path),
    ),
    ...missing(pupilRecordsList, currentState.pupilRecords.folders, areas),
  ];
}
