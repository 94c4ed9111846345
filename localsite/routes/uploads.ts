import type { Engine } from '../context/context';

/** Keeps a piece of a large file; answers the offset after it. */
export function keepUpload(engine: Engine, id: string, offset: number, bytes: Uint8Array): number {
  if (bytes.byteLength > 0) engine.db.run('INSERT OR REPLACE INTO uploads VALUES (?,?,?)', id, offset, bytes);
  return offset + bytes.byteLength;
}

/** The pieces put together, and forgotten. */
export function joinUpload(engine: Engine, id: string): Uint8Array {
  const pieces = engine.db.all<{ readonly bytes: Uint8Array }>('SELECT bytes FROM uploads WHERE id = ? ORDER BY position', id);
  engine.db.run('DELETE FROM uploads WHERE id = ?', id);
  return Buffer.concat(pieces.map((piece) => piece.bytes));
}
