/** How other programs write a cell. What is not of the form stays as it is. */
import { addDays, isSchoolDate } from './dates';

/** '2026-11-23' as '11/23/2026'. */
export function americanDate(cell: string): string {
  return cell.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$2/$3/$1');
}

/** '2026-11-23' as '23/11/2026'. */
export function britishDate(cell: string): string {
  return cell.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$3/$2/$1');
}

export function daysLater(days: number): (cell: string) => string {
  return (cell) => (isSchoolDate(cell) ? addDays(cell, days) : cell);
}

export function yesOrNo(cell: string): string {
  return cell === 'Y' ? 'Yes' : cell === 'N' ? 'No' : cell;
}

export function trueOrFalse(cell: string): string {
  return cell === 'Y' ? 'TRUE' : cell === 'N' ? 'FALSE' : cell;
}

/** 'P001002' or '001002' as '1002': what is left once a spreadsheet has taken an id for a number. */
export function asNumber(cell: string): string {
  return cell.replace(/^[A-Z]*0*(\d+)$/i, '$1');
}

/** 'P120345' as '1.2E+05': many ids become one. */
export function inExponents(cell: string): string {
  const number = asNumber(cell);
  return /^\d+$/.test(number)
    ? Number(number)
        .toExponential(1)
        .replace(/e\+(\d)$/, 'E+0$1')
        .replace('e', 'E')
    : cell;
}
