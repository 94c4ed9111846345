import { classesTable, classMembersTable, lessonsTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { Memory } from '../journal';
import type { School } from '../school/school';
import type { QuarantinedArea } from './rewrites';

/** A timetable that has lost more than a third of its rows since yesterday was cut off. */
const leastLeft = 2 / 3;

/** Files of the timetable, of which nothing is deleted when they shrink: lessons only go missing. */
export function checkShrunk({ files, delivered }: School, { rows }: Memory): readonly QuarantinedArea[] {
  if (!delivered.timetable) return [];
  return [classesTable, classMembersTable, lessonsTable].flatMap(({ file }): readonly QuarantinedArea[] => {
    const [now, before] = [files.get(file)?.rowsIn, rows[file]];
    if (now === undefined || before === undefined || now >= before * leastLeft) return [];
    const words = `${now.toLocaleString('en-GB')} rows, last time ${before.toLocaleString('en-GB')}.`;
    return [
      {
        area: 'timetable',
        key: JSON.stringify(['ASK-16', file, now, before]),
        effect: 'deletes',
        stops: false,
        words: `${file}: ${words}`,
        finding: finding('ASK-16', { file }, { now, before }),
      },
    ];
  });
}
