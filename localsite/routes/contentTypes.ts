import { randomUUID } from 'node:crypto';
import type { List } from '../objects/list';
import type { Segment } from '../wire/path';
import { invalidBody, objectNotFound } from '../wire/errors';
import { contentTypeModel, insertContentType, listContentTypes, webContentTypes, type ContentType } from './contentTypeModels';
import { demand } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { action, deleted, noContent, optionalText, textArgument, type Call, type Reply, type Resource } from './resource';
import { isJsonObject } from '../wire/json';

/** Content types of a list, or of the web. */
export function contentTypesResource(call: Call, list: List | undefined, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return contentTypeResource(call, list, id);
  const all = () => (list ? listContentTypes(call, list) : webContentTypes(call));
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.ContentTypes',
        all().map((type) => contentTypeModel(call, type, list)),
      ),
    post: () => add(call, list),
    steps: {
      getbyid: (step) => contentTypeResource(call, list, textArgument(step, 'contenttypeid')),
      addavailablecontenttype: () => action(() => addAvailable(call, list)),
    },
  };
}

function find(call: Call, list: List | undefined, id: string): ContentType {
  const found = (list ? listContentTypes(call, list) : webContentTypes(call)).find((type) => type.id.toLowerCase() === id.toLowerCase());
  if (!found) throw objectNotFound();
  return found;
}

function contentTypeResource(call: Call, list: List | undefined, id: string): Resource {
  const type = find(call, list, id);
  const model = () => contentTypeModel(call, type, list);
  return {
    get: () => entityReply(call, model()),
    merge: () => {
      demandChange(call, list);
      const { Name: name, Description: description } = call.entityBody('SP.ContentType');
      insertContentType(call, list?.no ?? 0, {
        ...type,
        ...(typeof name === 'string' ? { name } : {}),
        ...(typeof description === 'string' ? { description } : {}),
      });
      return noContent;
    },
    delete: () => {
      demandChange(call, list);
      call.emulator.db.run('DELETE FROM content_types WHERE web = ? AND list = ? AND id = ?', call.web.id, list?.no ?? 0, type.id);
      return deleted;
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function demandChange(call: Call, list: List | undefined): void {
  if (list) demand(call, list.scope, 'ManageLists');
  else demand(call, call.web.scope, 'ManageWeb');
}

function add(call: Call, list: List | undefined): Reply {
  demandChange(call, list);
  const { Id: id, Name: name, Description: description, Group: group } = call.entityBody('SP.ContentType');
  const text = isJsonObject(id) ? id.StringValue : undefined;
  if (typeof name !== 'string') throw invalidBody('A content type needs a Name.');
  const type: ContentType = {
    id: typeof text === 'string' ? text : `0x0100${randomUUID().replace(/-/g, '').toUpperCase()}`,
    name,
    description: typeof description === 'string' ? description : '',
    group: typeof group === 'string' ? group : 'Custom Content Types',
  };
  insertContentType(call, list?.no ?? 0, type);
  return createdReply(call, contentTypeModel(call, type, list));
}

/** Brings a content type of the web into the list, with an id of the list's own: `<parent>00<32 hex>` (A5). */
function addAvailable(call: Call, list: List | undefined): Reply {
  if (!list) throw objectNotFound();
  demandChange(call, list);
  const { contentTypeId: id } = call.methodBody();
  if (typeof id !== 'string') throw invalidBody('contentTypeId is missing.');
  const type = { ...find(call, undefined, id), id: `${id}00${randomUUID().replace(/-/g, '').toUpperCase()}` };
  insertContentType(call, list.no, type);
  return entityReply(call, contentTypeModel(call, type, list));
}
