import type { Answer, Collection, Complex, Entity, RenderSetting, ValueList } from './answer';
import type { ResponseFormat } from './responseFormat';
import type { Json, JsonObject } from './json';

/** OData's JSON light: minimalmetadata and nometadata, version 3 (`odata.type`) and 4 (`@odata.type`). */
export function renderJsonLight(answer: Answer, setting: RenderSetting): JsonObject {
  const writer = new JsonLightWriter(setting);
  switch (answer.shape) {
    case 'entity':
      return { ...writer.context(`${entitySet(answer)}/@Element`), ...writer.entity(answer) };
    case 'collection':
      return {
        ...writer.context(answer.set),
        ...(answer.nextLink === undefined ? {} : { [writer.key('nextLink')]: answer.nextLink }),
        value: answer.items.map((item) => writer.entity(item)),
      };
    case 'valueList':
      return { ...writer.context(`Collection(${answer.elementType})`), value: answer.values };
    case 'complex':
      return { ...writer.context(answer.type), ...answer.properties };
    case 'scalar':
      return { ...writer.context(answer.type ?? 'Edm.String'), value: answer.value };
    case 'nothing':
      return { ...writer.context('Edm.Null'), [writer.key('null')]: true };
  }
}

function entitySet(entity: Entity): string {
  return entity.set ?? `SP.ApiData.${entity.type.replace(/^SP\./, '')}s`;
}

class JsonLightWriter {
  private readonly format: ResponseFormat;

  constructor(private readonly setting: RenderSetting) {
    this.format = setting.format;
  }

  key(name: 'nextLink' | 'null' | 'type' | 'id' | 'etag' | 'editLink'): string {
    return `${this.format.version === 4 ? '@' : ''}odata.${name}`;
  }

  /** The key that says what the answer is; version 4 renamed it. */
  context(set: string): JsonObject {
    if (this.format.metadata === 'none') return {};
    return { [this.format.version === 4 ? '@odata.context' : 'odata.metadata']: `${this.setting.apiRoot}$metadata#${set}` };
  }

  entity(entity: Entity): JsonObject {
    return { ...this.annotations(entity), ...this.expansions(entity), ...entity.properties };
  }

  private annotations(entity: Entity): JsonObject {
    if (this.format.metadata === 'none') return {};
    const { editLink, etag } = entity;
    return {
      [this.key('type')]: this.format.version === 4 ? `#${entity.type}` : entity.type,
      [this.key('id')]: entity.id ?? `${this.setting.apiRoot}${editLink ?? ''}`,
      ...(etag === undefined ? {} : { [this.key('etag')]: etag }),
      ...(editLink === undefined ? {} : { [this.key('editLink')]: editLink }),
    };
  }

  private expansions(entity: Entity): JsonObject {
    const written: Record<string, Json> = {};
    for (const [name, target] of Object.entries(entity.expanded ?? {})) {
      if (this.format.metadata !== 'none' && entity.editLink !== undefined) {
        written[`${name}@odata.${this.format.version === 4 ? 'navigationLink' : 'navigationLinkUrl'}`] = `${entity.editLink}/${name}`;
      }
      written[name] = this.expanded(target);
    }
    return written;
  }

  private expanded(target: Entity | Collection | ValueList | Complex | null): Json {
    if (target === null) return null;
    switch (target.shape) {
      case 'entity':
        return this.entity(target);
      case 'collection':
        return target.items.map((item) => this.entity(item));
      case 'valueList':
        return target.values;
      case 'complex':
        return target.properties;
    }
  }
}
