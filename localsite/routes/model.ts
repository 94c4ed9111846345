import type { FieldPath, FieldValue, Ordering } from '../query/condition';
import { compareForOrder, matches } from '../query/matches';
import type { ODataQuery } from '../query/odata';
import type { Collection, Complex, Entity, ValueList } from '../wire/renderAnswer';
import type { Json, JsonObject } from '../wire/json';
import { unknownProperty } from '../wire/errors';
import type { Model } from './modelTypes';
import type { RequestContext, Reply, Resource } from './resource';

export type { Expanded, Model, ModelSet } from './modelTypes';

const none: ODataQuery = { select: [], expand: [], orderBy: [] };

/** Applies `$select` and `$expand`. Throws unknownProperty for a name the thing does not have. */
export function shape(model: Model, query: Pick<ODataQuery, 'select' | 'expand'> = none): Entity {
  const all = query.select.length === 0 || query.select.some(([first]) => first === '*');
  const named = query.select.flatMap(([first]) => (first === undefined || first === '*' ? [] : [first]));
  const properties = all ? { ...model.properties, ...selected(model, named) } : selected(model, named);
  const heads = [...new Set(query.expand.flatMap(([first]) => first ?? []))].filter(
    (head) => all || named.some((name) => same(name, head)),
  );
  const expanded = Object.fromEntries(heads.map((head) => expand(model, head, query)));
  const { type, set, id, etag, editLink } = model;
  const entity: Entity = { shape: 'entity', type, editLink, properties, expanded, navigation: Object.keys(model.navigation ?? {}) };
  return { ...entity, ...(set === undefined ? {} : { set }), ...(id === undefined ? {} : { id }), ...(etag === undefined ? {} : { etag }) };
}

function selected(model: Model, names: readonly string[]): JsonObject {
  const found: Record<string, Json> = {};
  for (const name of names) {
    const property = keyOf(model.properties, name);
    const request = keyOf(model.onRequest ?? {}, name);
    if (property !== undefined) found[property] = model.properties[property] ?? null;
    else if (request !== undefined) found[request] = model.onRequest?.[request]?.() ?? null;
    else if (keyOf(model.navigation ?? {}, name) === undefined) throw unknownProperty(name, model.type);
  }
  return found;
}

function expand(
  model: Model,
  head: string,
  query: Pick<ODataQuery, 'select' | 'expand'>,
): [string, Entity | Collection | ValueList | Complex | null] {
  const name = keyOf(model.navigation ?? {}, head);
  // Expanding a complex property, as in $expand=EffectiveBasePermissions, is the same as selecting it.
  if (name === undefined) return expandProperty(model, head);
  const value = model.navigation?.[name]?.() ?? null;
  const inner = { select: below(query.select, head), expand: below(query.expand, head) };
  if (value === null) return [name, null];
  if ('models' in value) return [name, { shape: 'collection', set: value.set, items: value.models.map((one) => shape(one, inner)) }];
  return [name, 'shape' in value ? value : shape(value, inner)];
}

function expandProperty(model: Model, head: string): [string, Complex] {
  const name = keyOf(model.onRequest ?? {}, head);
  const value = name === undefined ? undefined : model.onRequest?.[name]?.();
  if (name === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) throw unknownProperty(head, model.type);
  return [name, { shape: 'complex', name, type: `SP.${name}`, properties: value as JsonObject }];
}

/** The rest of the paths that begin with a name. */
function below(paths: readonly FieldPath[], head: string): readonly FieldPath[] {
  return paths.flatMap(([first, ...rest]) => (first !== undefined && same(first, head) && rest.length > 0 ? [rest] : []));
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function keyOf(record: object, name: string): string | undefined {
  if (Object.hasOwn(record, name)) return name;
  return Object.keys(record).find((key) => same(key, name));
}

/** The reply to reading one thing. */
export function entityReply(context: RequestContext, model: Model, status = 200): Reply {
  const headers: Readonly<Record<string, string>> = model.etag === undefined ? {} : { ETag: model.etag };
  return { status, headers, answer: shape(model, context.options()) };
}

/** The reply to making one: 201 with its address. */
export function createdReply(context: RequestContext, model: Model): Reply {
  const headers = { Location: `${apiRoot(context)}${model.editLink}`, ...(model.etag === undefined ? {} : { ETag: model.etag }) };
  return { status: 201, headers, answer: shape(model, context.options()) };
}

/** The reply to reading several, with `$filter`, `$orderby`, `$skip` and `$top`. */
export function collectionReply(context: RequestContext, set: string, models: readonly Model[]): Reply {
  const query = context.options();
  const { filter } = query;
  const kept = filter ? models.filter((model) => matches(filter, (path) => valueOf(model, path))) : models;
  const ordered = query.orderBy.length === 0 ? kept : [...kept].sort((left, right) => order(left, right, query.orderBy));
  const skip = query.skip ?? 0;
  const page = ordered.slice(skip, query.top === undefined ? undefined : skip + query.top);
  return { answer: { shape: 'collection', set, items: page.map((model) => shape(model, query)) } };
}

function order(left: Model, right: Model, orderBy: readonly Ordering[]): number {
  for (const { field, ascending } of orderBy) {
    const difference = compareForOrder(valueOf(left, field), valueOf(right, field));
    if (difference !== 0) return ascending ? difference : -difference;
  }
  return 0;
}

function valueOf(model: Model, [first = '', ...rest]: FieldPath): FieldValue {
  const name = keyOf(model.properties, first);
  if (name !== undefined) return fieldValue(model.properties[name] ?? null);
  const request = keyOf(model.onRequest ?? {}, first);
  if (request !== undefined) return fieldValue(model.onRequest?.[request]?.() ?? null);
  const target = model.navigation?.[keyOf(model.navigation, first) ?? '']?.();
  if (target && 'properties' in target && 'editLink' in target && rest.length > 0) return valueOf(target, rest);
  throw unknownProperty(first, model.type);
}

function fieldValue(value: Json): FieldValue {
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return null;
}

/** A step to a property of a thing: `web/title`, `items(5)/EffectiveBasePermissions`. Undefined when it has none of the name. */
export function propertyStep(model: Model, name: string): Resource | undefined {
  const property = keyOf(model.properties, name);
  const request = keyOf(model.onRequest ?? {}, name);
  if (property === undefined && request === undefined) return undefined;
  return {
    get: () =>
      propertyReply(
        property ?? request ?? name,
        property !== undefined ? (model.properties[property] ?? null) : (model.onRequest?.[request ?? '']?.() ?? null),
      ),
  };
}

function propertyReply(name: string, value: Json): Reply {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return {
      answer: {
        shape: 'complex',
        name,
        type: name === 'EffectiveBasePermissions' ? 'SP.BasePermissions' : `SP.${name}`,
        properties: value as JsonObject,
      },
    };
  }
  return { answer: { shape: 'scalar', name, value } };
}

/** `https://host/sites/school/_api/`. */
export function apiRoot(context: Pick<RequestContext, 'origin' | 'web'>): string {
  return `${context.origin}${encodeURI(context.web.url)}/_api/`;
}

/** `https://host/sites/school`. */
export function webAddress(context: Pick<RequestContext, 'origin' | 'web'>): string {
  return `${context.origin}${encodeURI(context.web.url)}`;
}
