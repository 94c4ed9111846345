/**
 * The JSON in Payload columns: one schema each, used by the writer (staging) and the reader (web parts).
 * A reader meets only versions it knows: an unknown version is 'unreadable', never half-read.
 */
import * as v from 'valibot';

export type Schema<T> = v.GenericSchema<unknown, T>;

export const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
export const time = v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const opaqueKey = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/));
export const optionalText = v.optional(v.string());

export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Reads a Payload column. Not ok: not JSON, another version or another shape; the text is never part of the answer. */
export function decode<T>(schema: Schema<T>, payload: unknown): Decoded<T> {
  const json = parseJson(payload);
  const parsed = v.safeParse(schema, json);
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false };
}

/** The text for a Payload column. Throws where the value does not meet its own schema: that is a defect of the writer. */
export function encode<T>(schema: Schema<T>, value: T): string {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new Error(`Payload does not meet its schema at ${v.getDotPath(parsed.issues[0]) ?? 'the root'}`);
  return JSON.stringify(parsed.output);
}

function parseJson(payload: unknown): unknown {
  if (typeof payload !== 'string') return undefined;
  try {
    return JSON.parse(payload);
  } catch {
    // Not JSON is one of the answers decode gives: 'not ok'.
    return undefined;
  }
}
