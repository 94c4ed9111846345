import type { EmulatorContext } from '../context/emulatorContext';

/** Keeps a piece of a large file; answers the offset after it. */
export function saveUpload(emulator: EmulatorContext, id: string, offset: number, bytes: Uint8Array): number {
  if (bytes.byteLength > 0) emulator.db.run('INSERT OR REPLACE INTO uploads VALUES (?,?,?)', id, offset, bytes);
  return offset + bytes.byteLength;
}

/** The pieces put together, and forgotten. */
export function joinUpload(emulator: EmulatorContext, id: string): Uint8Array {
  const pieces = emulator.db.all<{ readonly bytes: Uint8Array }>('SELECT bytes FROM uploads WHERE id = ? ORDER BY position', id);
  emulator.db.run('DELETE FROM uploads WHERE id = ?', id);
  return Buffer.concat(pieces.map((piece) => piece.bytes));
}
