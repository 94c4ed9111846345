/** Cases of one mistake in the small school, and what staging finds of it. */
import { findingsOf } from './findingsOf';
import { rowOf, smallSchool, type FileName, type Tables } from './smallSchool';

export interface FindingCase {
  readonly why: string;
  readonly change: (tables: Tables) => void;
  /** 'code severity file:line column', as often as it is found. */
  readonly found: readonly string[];
}

export const set =
  (file: FileName, where: Record<string, string>, cells: Record<string, string>) =>
  (tables: Tables): void => {
    Object.assign(rowOf(tables[file], where), cells);
  };

export const add =
  (file: FileName, like: Record<string, string>, cells: Record<string, string>) =>
  (tables: Tables): void => {
    tables[file].push({ ...rowOf(tables[file], like), ...cells });
  };

export const remove =
  (file: FileName, where: Record<string, string>) =>
  (tables: Tables): void => {
    tables[file].splice(tables[file].indexOf(rowOf(tables[file], where)), 1);
  };

/** What is found where the small school has the mistake, as cases write it. */
export async function foundIn({ change }: FindingCase): Promise<readonly string[]> {
  const tables = smallSchool();
  change(tables);
  return (await findingsOf(tables)).map(
    ({ code, severity, file, line, column }) => `${code} ${severity} ${file}:${line ?? ''} ${column ?? ''}`,
  );
}
