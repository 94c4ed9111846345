import { keysList } from '../../../src/lists/keys';
import { addItem, updateItem } from '../../site/items';
import type { KeyChange } from '../plan/keyChanges';
import type { NewKey } from '../keyStore';
import type { BatchWriter } from './batchWriter';

/** Ids of rows made in this run, by '<kind>:<MIS id>'. */
export type NewKeyIds = ReadonlyMap<string, number>;

/**
 * Keys are on the site before anything uses them: a run that is killed later finds them again. Throws StageRefused where one cannot be
 * written: another run may have given that pupil or adult a key in the meantime.
 */
export async function applyKeys(retired: readonly KeyChange[], keys: readonly NewKey[], writer: BatchWriter): Promise<NewKeyIds> {
  const address = writer.addressOf(keysList);
  await writer.writeAll('Retiring keys', changesOf(retired, new Map(), address));
  const made = await writer.writeAll(
    'Writing keys',
    keys.map(({ kind, misKey, opaqueKey }) => ({
      key: opaqueKey,
      operation: addItem(address, { Title: opaqueKey, Kind: kind, MisKey: misKey, OpaqueKey: opaqueKey }),
    })),
  );
  return new Map(
    keys.flatMap(({ misKey }, index) => {
      const id = made[index];
      return id === undefined ? [] : [[misKey, id] as const];
    }),
  );
}

/** What is remembered of people. */
export async function applyKeyChanges(stage: string, changes: readonly KeyChange[], made: NewKeyIds, writer: BatchWriter): Promise<void> {
  await writer.write(stage, changesOf(changes, made, writer.addressOf(keysList)));
}

function changesOf(changes: readonly KeyChange[], made: NewKeyIds, address: string) {
  return changes.flatMap(({ misKey, opaqueKey, id = made.get(misKey), fields }) =>
    id === undefined ? [] : [{ key: opaqueKey, operation: updateItem(address, id, fields) }],
  );
}
