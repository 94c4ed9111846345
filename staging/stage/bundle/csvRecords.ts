import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** Line on which the row ends; 1 is the header. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Too many or too few cells, or a stray quote: what stands in which column is not certain. */
  readonly isBroken: boolean;
}

/** Lines that one row may spread over: a quote that is still open then was opened by mistake. */
const maxLines = 200;

/**
 * The rows of a CSV text (RFC 4180), cells without outer space. A row with a stray quote is broken, and the next line is read as if nothing had
 * been: csv-parse alone would lose the rows up to the next quote. Lines without quotes, nearly all, need no parser.
 */
export async function* readRecords(text: AsyncIterable<Buffer | string>): AsyncIterable<CsvRow> {
  const open = openRecord();
  for await (const line of linesOf(text)) yield* open.take(line);
  yield* open.end();
}

interface OpenRecord {
  take(line: string): Iterable<CsvRow>;
  end(): Iterable<CsvRow>;
}

function openRecord(): OpenRecord {
  let [first, pending]: [number, readonly string[]] = [1, []];
  const rest = (from: number, lines: readonly string[]): void => {
    [first, pending] = [from, lines];
  };

  function* take(line: string): Iterable<CsvRow> {
    if (pending.length === 0 && !line.includes('"')) {
      if (line.trim() !== '') yield { line: first, cells: line.split(',').map((cell) => cell.trim()), isBroken: false };
      first += 1;
      return;
    }
    const lines = [...pending, line];
    if (hasOpenQuote(lines) && lines.length < maxLines) rest(first, lines);
    else yield* finishRecord(lines);
  }

  /** The lines as one row; where they are none, the first line is a broken row and the others are looked at anew. */
  function* finishRecord(lines: readonly string[]): Iterable<CsvRow> {
    const cells = hasOpenQuote(lines) ? undefined : cellsOf(lines.join('\n'));
    const [head = '', ...others] = lines;
    const last = first + lines.length - 1;
    if (cells) yield { line: last, cells, isBroken: false };
    else yield { line: first, cells: roughCells(head), isBroken: true };
    rest(cells ? last + 1 : first + 1, []);
    if (!cells) for (const line of others) yield* take(line);
  }

  function* end(): Iterable<CsvRow> {
    while (pending.length > 0) yield* finishRecord(pending);
  }
  return { take, end };
}

function hasOpenQuote(lines: readonly string[]): boolean {
  return lines.reduce((quotes, line) => quotes + line.split('"').length - 1, 0) % 2 === 1;
}

function cellsOf(text: string): readonly string[] | undefined {
  try {
    const records: readonly (readonly string[])[] = parse(text, { trim: true, relax_column_count: true });
    return records.length === 1 ? records[0] : undefined;
  } catch (thrown) {
    // The parser's own error holds the row: it must not travel on.
    if (thrown instanceof CsvError) return undefined;
    throw thrown;
  }
}

/** Cells of a row up to its stray quote: enough to recognise ids. */
function roughCells(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.replace(/"/g, '').trim());
}

async function* linesOf(text: AsyncIterable<Buffer | string>): AsyncIterable<string> {
  let [rest, isFirst] = ['', true];
  for await (const chunk of text) {
    const lines = `${rest}${isFirst ? String(chunk).replace(/^\ufeff/, '') : String(chunk)}`.split('\n');
    isFirst = false;
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}
