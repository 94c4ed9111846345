import type { JsonObject } from './json';

/**
 * The properties of an entity to create or change, without `__metadata`. `type` is the expected entity type, named in
 * errors. Verbose bodies must carry `__metadata.type`; others must not carry `__metadata` (A2). Throws SharePointError 400.
 */
export function readEntityBody(text: string, contentType: string | null, type: string): JsonObject {
  throw new Error('not written yet');
}

/** The arguments of a method call: a JSON object (`{}` for an empty body), `{"parameters":{…}}` unwrapped. */
export function readMethodBody(text: string, contentType: string | null): JsonObject {
  throw new Error('not written yet');
}
