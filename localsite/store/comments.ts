import { nowText, type EmulatorContext } from '../context/emulatorContext';

export interface Comment {
  readonly id: number;
  readonly list: number;
  readonly item: number;
  /** 0 for a comment, else the comment it replies to. */
  readonly parent: number;
  readonly author: number;
  readonly created: string;
  readonly text: string;
  /** Ids of those who like it. */
  readonly likes: readonly number[];
}

interface Row extends Omit<Comment, 'likes'> {
  readonly likes: string;
}

/** What comments hang on. */
interface Place {
  readonly list: number;
  readonly id: number;
}

function readComment(row: Row): Comment {
  // Written by this module only.
  return { ...row, likes: JSON.parse(row.likes) as number[] };
}

/** Newest first; replies of a comment when `parent` is not 0. */
export function commentsOf(emulator: EmulatorContext, place: Place | Comment, parent: number): readonly Comment[] {
  const item = 'item' in place ? place.item : place.id;
  return emulator.db
    .all<Row>('SELECT * FROM comments WHERE list = ? AND item = ? AND parent = ? ORDER BY id DESC', place.list, item, parent)
    .map(readComment);
}

export function findComment(emulator: EmulatorContext, place: Place, id: number): Comment | undefined {
  const row = emulator.db.first<Row>('SELECT * FROM comments WHERE list = ? AND item = ? AND id = ?', place.list, place.id, id);
  return row && readComment(row);
}

export function insertComment(emulator: EmulatorContext, place: Place, comment: Pick<Comment, 'parent' | 'author' | 'text'>): Comment {
  const created = nowText(emulator);
  const { parent, author, text } = comment;
  const { rowId } = emulator.db.run(
    'INSERT INTO comments (list, item, parent, author, created, text, likes) VALUES (?,?,?,?,?,?,?)',
    place.list,
    place.id,
    parent,
    author,
    created,
    text,
    '[]',
  );
  return { id: rowId, list: place.list, item: place.id, parent, author, created, text, likes: [] };
}

export function saveLikes(emulator: EmulatorContext, comment: Comment, likes: readonly number[]): void {
  emulator.db.run('UPDATE comments SET likes = ? WHERE id = ?', JSON.stringify(likes), comment.id);
}

/** Deletes a comment with its replies. */
export function deleteComment(emulator: EmulatorContext, comment: Comment): void {
  emulator.db.run('DELETE FROM comments WHERE id = ? OR parent = ?', comment.id, comment.id);
}

export function countReplies(emulator: EmulatorContext, comment: Comment): number {
  return emulator.db.first<{ readonly n: number }>('SELECT COUNT(*) AS n FROM comments WHERE parent = ?', comment.id)?.n ?? 0;
}
