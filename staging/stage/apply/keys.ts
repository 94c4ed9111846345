import { keysList } from '../../../src/lists/pupilLists';
import { addItem } from '../../site/items';
import type { NewKey } from '../keys';
import type { Writer } from './writer';

/**
 * Keys are on the site before anything uses them: a run that is killed later finds them again. Throws StageRefused where one cannot be
 * written: another run may have given that pupil or adult a key in the meantime.
 */
export async function applyKeys(keys: readonly NewKey[], writer: Writer): Promise<void> {
  const address = writer.addressOf(keysList);
  await writer.writeAll('Writing keys', keys.map(({ kind, misKey, opaqueKey }) => ({
    key: opaqueKey, operation: addItem(address, { Title: opaqueKey, Kind: kind, MisKey: misKey, OpaqueKey: opaqueKey }),
  })));
}
