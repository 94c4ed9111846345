/** What a reader asks a list for, and what each column must hold: the names in $select and in the parser are the same by construction. */
import * as v from 'valibot';
import { schoolDate } from './dayNumber';
import type { ListDefinition } from './define';

/** The columns of a list, with those that SharePoint gives every list. */
type ColumnOf<Column extends string> = Column | 'Id' | 'Title' | 'Modified' | 'odata.etag';

/** A list, the columns asked for, and the parser of one row. */
export interface RowShape<T, Column extends string = string> {
  readonly list: ListDefinition<Column>;
  /** For $select. The etag comes unasked. */
  readonly columns: readonly string[];
  readonly schema: v.GenericSchema<unknown, T>;
}

/** Rows of a list by their columns. The compiler refuses a column that the list does not have. */
export function rowOf<Column extends string, Cells extends v.ObjectEntries>(
  list: ListDefinition<Column>,
  cells: Cells & { readonly [name in Exclude<keyof Cells, ColumnOf<Column>>]: never },
): RowShape<v.InferOutput<v.ObjectSchema<Cells, undefined>>, Column> {
  return { list, columns: Object.keys(cells).filter((name) => !name.startsWith('odata.')), schema: v.object<Cells>(cells) };
}

/** The rows of a shape as what they mean. */
export function meaning<Row, T, Column extends string>(shape: RowShape<Row, Column>, toMeaning: (row: Row) => T): RowShape<T, Column> {
  return { ...shape, schema: v.pipe(shape.schema, v.transform(toMeaning)) };
}

/** SharePoint answers null for an empty column. */
export const textCell = v.pipe(v.nullish(v.string(), ''), v.trim());
export const filledTextCell = v.pipe(v.string(), v.trim(), v.minLength(1));
export const optionalTextCell = v.pipe(
  textCell,
  v.transform((value) => (value === '' ? undefined : value)),
);
export const instantCell = v.pipe(v.string(), v.isoTimestamp());
export const dayCell = v.pipe(v.number(), v.transform(schoolDate), v.string());
/** 'Year 7;Year 8' */
export const namesCell = v.pipe(textCell, v.transform(partsAt(';')));
/** One thing a line. */
export const linesCell = v.pipe(textCell, v.transform(partsAt(/\r?\n/)));

function partsAt(separator: string | RegExp): (value: string) => readonly string[] {
  return (value) =>
    value
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
}
