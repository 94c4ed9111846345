/** Damage that is none to a table: what stands in the file is no table any more, or is one in another dress. */

/** A quote opens the second cell of a row (1 is the first below the header; negative from the end) and is never closed. */
export function openQuote(text: string, row: number): string {
  return changeRow(text, row, (line) => line.replace(/^("(?:[^"]|"")*"|[^,]*),/, '$1,"'));
}

/** A quote within the first cell of a row that begins no cell: an inch mark, a nickname. */
export function quoteInCell(text: string, row: number): string {
  return changeRow(text, row, (line) => line.replace(/^(.)/, '$1"'));
}

/** The file ends in its middle row, after a third of it: columns that are read are gone. */
export function cutInRow(text: string): string {
  const lines = linesOf(text);
  const kept = lines.slice(0, Math.ceil(lines.length / 2));
  const broken = kept.at(-1) ?? '';
  return kept
    .slice(0, -1)
    .concat(broken.slice(0, Math.floor(broken.trimEnd().length / 3)))
    .join('');
}

export function withoutHeader(text: string): string {
  return linesOf(text).slice(1).join('');
}

export function withByteOrderMark(text: string): string {
  return `\ufeff${text}`;
}

export function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** The number of lines that hold anything. */
export function lineCount(text: string): number {
  return linesOf(text).filter((line) => line.trim() !== '').length;
}

function changeRow(text: string, row: number, change: (line: string) => string): string {
  const lines = linesOf(text);
  const place = row < 0 ? lines.length + row : row;
  return lines.map((line, index) => (index === place ? change(line) : line)).join('');
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
