import type { ResponseFormat } from './responseFormat';
import type { Json, JsonObject } from './json';

/** A thing with an address: list item, list, web, field ... */
export interface Entity {
  readonly shape: 'entity';
  /** `SP.Data.NoticesListItem`, `SP.List`. */
  readonly type: string;
  /** What follows `$metadata#`: `SP.ListData.NoticesListItems` (the `/@Element` is added). Default: `SP.ApiData.<type>s`. */
  readonly set?: string;
  /** `odata.id`: the GUID of an item, the absolute URL of a web. Default: the absolute edit link. */
  readonly id?: string;
  /** Version with quotes, as in the body: `"4"`. */
  readonly etag?: string;
  /** Relative to `_api/`: `Web/Lists(guid'…')/Items(34)`. A lookup's target shown by `$expand` has none. */
  readonly editLink?: string;
  readonly properties: JsonObject;
  /** Navigation names shown as `__deferred` in verbose when they are not expanded. */
  readonly navigation?: readonly string[];
  readonly expanded?: Readonly<Record<string, Entity | Collection | ValueList | Complex | null>>;
}

/** Several entities. */
export interface Collection {
  readonly shape: 'collection';
  /** What follows `$metadata#`: `SP.ListData.NoticesListItems`. */
  readonly set: string;
  readonly items: readonly Entity[];
  readonly nextLink?: string;
}

/** Several plain values or complex values, for example the rows of AddValidateUpdateItemUsingPath. */
export interface ValueList {
  readonly shape: 'valueList';
  /** The method's name: verbose wraps in it. */
  readonly name: string;
  /** `SP.ListItemFormUpdateValue`, `Edm.String`. */
  readonly elementType: string;
  readonly values: readonly Json[];
}

/** An object without an address, for example contextinfo. */
export interface Complex {
  readonly shape: 'complex';
  readonly name: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** One plain value: `{"value": …}`. */
export interface Scalar {
  readonly shape: 'scalar';
  readonly name: string;
  /** `Edm.String`, `Edm.Boolean`, `Edm.Int32`, `Edm.Guid`. */
  readonly type?: string;
  readonly value: Json;
}

/** A method without a return value. */
export interface Nothing {
  readonly shape: 'nothing';
  readonly name: string;
}

export type Answer = Entity | Collection | ValueList | Complex | Scalar | Nothing;

export interface RenderSetting {
  readonly format: ResponseFormat;
  /** `https://host/sites/school/_api/`, with the final slash. */
  readonly apiRoot: string;
}
