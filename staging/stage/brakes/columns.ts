import { behaviourTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { Memory } from '../journal';
import type { School } from '../school/school';
import type { Waiting } from '../waiting';

/** So many cells do not all lose their value in one night. */
const manyCells = 5;

/** A column that took something away from somebody when it was last read, and is declared unused or says nothing at all now. */
export function checkColumns({ files }: School, { restrictions, rows }: Memory): readonly Waiting[] {
  return Object.entries(restrictions).flatMap(([file, columns]) => {
    const now = files.get(file)?.restrictions;
    if (!now) return [];
    const isThere = (column: string) => files.get(file)?.columns?.has(column) === true;
    return Object.entries(columns).flatMap(([column, before]) => {
      const isGone = before > 0 && !isThere(column);
      // Of people, every single opening is asked about: leavers who drop out of the file may take the last date with them.
      const isSilent =
        file === behaviourTable.file &&
        before >= manyCells &&
        isThere(column) &&
        now[column] === 0 &&
        // A new year begins with few events.
        (files.get(file)?.rowsIn ?? 0) * 2 >= (rows[file] ?? 0);
      if (!isGone && !isSilent) return [];
      const area = file === behaviourTable.file ? ('behaviour' as const) : undefined;
      const code = !isGone ? 'ASK-21' : area ? 'ASK-20' : 'ASK-13';
      const asked = finding(code, { file, column }, { rows: before });
      return [
        {
          key: JSON.stringify([code, file, column]),
          effect: 'columns' as const,
          stops: area === undefined,
          area,
          words: `${file} ${column}: ${asked.message}`,
          finding: asked,
        },
      ];
    });
  });
}
