import type { References } from '../columns/references';
import type { ODataQuery } from '../query/odata';
import type { AccessContext } from '../security/viewer';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import type { Answer } from '../wire/renderAnswer';
import type { JsonObject } from '../wire/json';
import type { Argument, Segment } from '../wire/path';
import { invalidQueryString, notImplemented } from '../wire/errors';
import type { Model } from './modelTypes';

/** One request to `_api`, by a known caller on a known web. */
export interface RequestContext extends AccessContext {
  /** `http://localhost:4321`. */
  readonly origin: string;
  readonly url: URL;
  readonly method: Method;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly references: References;
  readonly models: Models;
  readonly resources: Resources;
  /** The OData options, read when first needed. Throws SharePointError 400. */
  readonly options: () => ODataQuery;
  /** The body of a method call. */
  readonly methodBody: () => JsonObject;
  /** The body of an entity, `type` being the entity type it is for. */
  readonly entityBody: (type: string) => JsonObject;
}

/**
 * Descriptions and places that lead round in a circle (a folder has a list, the list has a folder), as SharePoint's own
 * do. They are put together in api.ts, so that the files need not import each other.
 */
export interface Models {
  readonly list: (context: RequestContext, list: List) => Model;
  readonly folderOfWeb: (context: RequestContext) => Model;
  readonly folderOfList: (context: RequestContext, list: List) => Model;
  readonly item: (context: RequestContext, list: List, item: Item, dates?: 'utc' | 'local') => Model;
}

export interface Resources {
  readonly web: (context: RequestContext) => Resource;
  readonly list: (context: RequestContext, list: List) => Resource;
  readonly item: (context: RequestContext, list: List, item: Item, dates?: 'utc' | 'local') => Resource;
}

export type Method = 'GET' | 'POST' | 'MERGE' | 'PUT' | 'DELETE';

/** What a route answers. `bytes` and `text` go out as they are; an answer is written in the caller's response format. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer?: Answer;
  readonly text?: { readonly contentType: string; readonly body: string };
  readonly bytes?: { readonly contentType: string; readonly body: Uint8Array };
}

export type Step = (segment: Segment) => Resource;

/** Steps as data: one table for all requests, which a place gives itself to. Names are lower case. */
export type StepTable<Place> = Readonly<Record<string, (place: Place, segment: Segment) => Resource>>;

/** The step of a table; undefined when it has none of the name. */
export function stepIn<Place>(table: StepTable<Place>, place: Place, segment: Segment): Resource | undefined {
  return Object.hasOwn(table, segment.name) ? table[segment.name]?.(place, segment) : undefined;
}

/** A place in the address tree: what can be done there, and the steps that lead further. Step names are lower case. */
export interface Resource {
  readonly get?: () => Reply;
  readonly post?: () => Reply;
  readonly merge?: () => Reply;
  readonly put?: () => Reply;
  readonly delete?: () => Reply;
  readonly steps?: Readonly<Record<string, Step>>;
  /** A step that is not in `steps`: one of a StepTable, a property's name. */
  readonly otherwise?: (segment: Segment) => Resource | undefined;
}

/** Follows the path and does what the method asks. Throws notImplemented naming what was asked. */
export function follow(root: Resource, path: readonly Segment[], method: Method): Reply {
  let here = root;
  for (const segment of path) {
    const next = stepTo(here, segment)?.(segment) ?? here.otherwise?.(segment);
    if (!next) throw notImplemented(pathText(path, segment));
    here = next;
  }
  const act = { GET: here.get, POST: here.post, MERGE: here.merge, PUT: here.put, DELETE: here.delete }[method];
  if (!act) throw notImplemented(`${method} ${pathText(path)}`);
  return act();
}

/** Own steps only: `constructor` is no step of anything. */
function stepTo({ steps }: Resource, { name }: Segment): Step | undefined {
  return steps && Object.hasOwn(steps, name) ? steps[name] : undefined;
}

function pathText(path: readonly Segment[], until?: Segment): string {
  const end = until ? path.indexOf(until) + 1 : path.length;
  return `/_api/${path
    .slice(0, end)
    .map((segment) => segment.name)
    .join('/')}`;
}

/** A method that is called with POST. */
export function action(run: () => Reply): Resource {
  return { post: run };
}

/** A function that may be read with GET or called with POST, as many of SharePoint's are. */
export function reading(run: () => Reply): Resource {
  return { get: run, post: run };
}

/** Answers 200 without a value: `{"odata.null":true}`. */
export function nothing(name: string): Reply {
  return { answer: { shape: 'nothing', name } };
}

export const noContent: Reply = { status: 204 };

/** DELETE answers 200 with an empty body (docs/sharepoint-facts.md, A7). */
export const deleted: Reply = { status: 200, text: { contentType: 'application/json;charset=utf-8', body: '' } };

function argument(segment: Segment, name: string, position: number): Argument | undefined {
  return segment.named[name] ?? segment.arguments[position];
}

/** A text argument, by name or place; numbers and guids are taken as text. Throws invalidQueryString. */
export function textArgument(segment: Segment, name: string, position = 0): string {
  const value = optionalText(segment, name, position);
  if (value === undefined) throw invalidQueryString(name);
  return value;
}

export function optionalText(segment: Segment, name: string, position = 0): string | undefined {
  const found = argument(segment, name, position);
  if (found === undefined || found.kind === 'null' || found.kind === 'json') return undefined;
  return String(found.value);
}

export function numberArgument(segment: Segment, name: string, position = 0): number {
  const number = Number(textArgument(segment, name, position));
  if (!Number.isInteger(number)) throw invalidQueryString(name);
  return number;
}

export function flagArgument(segment: Segment, name: string, position: number, otherwise: boolean): boolean {
  const text = optionalText(segment, name, position);
  return text === undefined ? otherwise : text.toLowerCase() === 'true' || text === '1';
}
