import type { Answer, Collection, Complex, Entity, ValueList } from './answer';
import { isJsonObject } from './json';
import type { Json, JsonObject } from './json';

/** OData 2's verbose JSON: everything under `d`, arrays under `results`, addresses in `__metadata` and `__deferred`. */
export function renderVerbose(answer: Answer, apiRoot: string): JsonObject {
  switch (answer.shape) {
    case 'entity':
      return { d: entityJson(answer, apiRoot) };
    case 'collection':
      return { d: { ...collectionJson(answer, apiRoot), ...(answer.nextLink === undefined ? {} : { __next: answer.nextLink }) } };
    case 'valueList':
      return { d: { [answer.name]: valueListJson(answer) } };
    case 'complex':
      return { d: { [answer.name]: complexJson(answer) } };
    case 'scalar':
      return { d: { [answer.name]: verboseValue(answer.value) } };
    case 'nothing':
      return { d: { [answer.name]: null } };
  }
}

function entityJson(entity: Entity, apiRoot: string): JsonObject {
  const uri = `${apiRoot}${entity.editLink ?? ''}`;
  const written: Record<string, Json> = {
    __metadata: {
      id: entity.id ?? uri,
      ...(entity.editLink === undefined ? {} : { uri }),
      ...(entity.etag === undefined ? {} : { etag: entity.etag }),
      type: entity.type,
    },
  };
  const expanded = entity.expanded ?? {};
  for (const name of entity.navigation ?? []) {
    if (!(name in expanded)) written[name] = { __deferred: { uri: `${uri}/${name}` } };
  }
  for (const [name, target] of Object.entries(expanded)) written[name] = expandedJson(target, apiRoot);
  for (const [name, value] of Object.entries(entity.properties)) written[name] = verboseValue(value);
  return written;
}

function expandedJson(target: Entity | Collection | ValueList | Complex | null, apiRoot: string): Json {
  if (target === null) return null;
  switch (target.shape) {
    case 'entity':
      return entityJson(target, apiRoot);
    case 'collection':
      return collectionJson(target, apiRoot);
    case 'valueList':
      return valueListJson(target);
    case 'complex':
      return complexJson(target);
  }
}

function collectionJson(collection: Collection, apiRoot: string): JsonObject {
  return { results: collection.items.map((item) => entityJson(item, apiRoot)) };
}

function valueListJson(list: ValueList): JsonObject {
  return { __metadata: { type: `Collection(${list.elementType})` }, results: list.values.map(verboseValue) };
}

function complexJson(complex: Complex): JsonObject {
  const properties = Object.entries(complex.properties).map(([name, value]) => [name, verboseValue(value)] as const);
  return { __metadata: { type: complex.type }, ...Object.fromEntries(properties) };
}

function verboseValue(value: Json): Json {
  if (isArray(value)) return { results: value.map(verboseValue) };
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, verboseValue(inner)]));
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
