import { isJsonObject } from './json';
import type { Json, JsonObject } from './json';
import { invalidBody, missingTypeName, unknownProperty } from './errors';

/**
 * The properties of an entity to create or change, without `__metadata`. `type` is the expected entity type, named in
 * errors. Verbose bodies must carry `__metadata.type`; others must not carry `__metadata` (docs/sharepoint-facts.md, A2, measured).
 * Throws SharePointError (400).
 */
export function readEntityBody(text: string, contentType: string | null, type: string): JsonObject {
  const body = readObject(text);
  if (!isVerbose(contentType)) {
    if ('__metadata' in body) throw unknownProperty('__metadata', type);
    return body;
  }
  const metadata = body.__metadata;
  if (!isJsonObject(metadata) || typeof metadata.type !== 'string') throw missingTypeName();
  return withoutMetadata(body);
}

/**
 * The arguments of a method call: a JSON object (`{}` for an empty body), `{"parameters":{…}}` unwrapped,
 * without the `__metadata` that verbose callers add. Throws SharePointError (400).
 */
export function readMethodBody(text: string, contentType: string | null): JsonObject {
  if (text.trim() === '') return {};
  const body = readObject(text);
  const parameters = 'parameters' in body && Object.keys(body).length === 1 ? body.parameters : body;
  if (!isJsonObject(parameters)) throw invalidBody("The property 'parameters' must be an object.");
  return isVerbose(contentType) ? withoutMetadata(parameters) : parameters;
}

function isVerbose(contentType: string | null): boolean {
  return /odata=verbose/i.test(contentType ?? '');
}

function readObject(text: string): JsonObject {
  const value = parseJson(text);
  if (!isJsonObject(value)) throw invalidBody('An object was expected in the body of the request.');
  return value;
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json; // JSON.parse gives exactly this type, declared as any.
  } catch {
    throw invalidBody('The body of the request is not valid JSON.');
  }
}

/** Takes `__metadata` out at every depth, and `{"results":[…]}` apart: what verbose adds to plain JSON. */
function withoutMetadata(body: JsonObject): JsonObject {
  const kept = Object.entries(body).filter(([name]) => name !== '__metadata');
  return Object.fromEntries(kept.map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isJsonObject(value)) return value;
  const plain = withoutMetadata(value);
  return Array.isArray(plain.results) && Object.keys(plain).length === 1 ? plain.results : plain;
}
