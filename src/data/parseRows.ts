/** From rows as SharePoint answers them to what they mean. */
import * as v from 'valibot';
import { decode, type Schema } from '../lists/payload';
import type { RowShape } from '../lists/row';
import { DataError } from './errors';

/** Every row, or a DataError: for what the publisher writes, where a row that cannot be read is a defect. */
export function parseRows<T>({ schema, list }: RowShape<T>, rows: unknown): readonly T[] {
  const parsed = v.safeParse(v.array(schema), rows);
  if (!parsed.success) throw new DataError('broken', `rows-${list.name}`);
  return parsed.output;
}

/** The rows that can be read: for what staff type, where one mistake must not take the others away. */
export function parseReadableRows<T>(shape: RowShape<T>, rows: unknown): readonly T[] {
  if (!Array.isArray(rows)) throw new DataError('broken', `rows-${shape.list.name}`);
  return rows.flatMap((row: unknown) => {
    const parsed = v.safeParse(shape.schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

/** What a Payload column holds. Throws a DataError with `code` where it cannot be read; its text is no part of the error. */
export function parsePayload<T>(schema: Schema<T>, payload: string, code: string): T {
  const decoded = decode(schema, payload);
  if (!decoded.ok) throw new DataError('broken', code);
  return decoded.value;
}
