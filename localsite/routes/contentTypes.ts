import { randomUUID } from 'node:crypto';
import type { List } from '../objects/list';
import type { Segment } from '../wire/path';
import { invalidBody, objectNotFound } from '../wire/errors';
import { contentTypeModel, insertContentType, listContentTypes, webContentTypes, type ContentType } from './contentTypeModels';
import { requirePermission } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { action, deleted, noContent, optionalText, textArgument, type RequestContext, type Reply, type Resource } from './resource';
import { isJsonObject } from '../wire/json';

/** Content types of a list, or of the web. */
export function contentTypesResource(context: RequestContext, list: List | undefined, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return contentTypeResource(context, list, id);
  const all = () => (list ? listContentTypes(context, list) : webContentTypes(context));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.ContentTypes',
        all().map((type) => contentTypeModel(context, type, list)),
      ),
    post: () => add(context, list),
    steps: {
      getbyid: (step) => contentTypeResource(context, list, textArgument(step, 'contenttypeid')),
      addavailablecontenttype: () => action(() => addAvailable(context, list)),
    },
  };
}

function find(context: RequestContext, list: List | undefined, id: string): ContentType {
  const found = (list ? listContentTypes(context, list) : webContentTypes(context)).find(
    (type) => type.id.toLowerCase() === id.toLowerCase(),
  );
  if (!found) throw objectNotFound();
  return found;
}

function contentTypeResource(context: RequestContext, list: List | undefined, id: string): Resource {
  const type = find(context, list, id);
  const model = () => contentTypeModel(context, type, list);
  return {
    get: () => entityReply(context, model()),
    merge: () => {
      demandChange(context, list);
      const { Name: name, Description: description } = context.entityBody('SP.ContentType');
      insertContentType(context, list?.no ?? 0, {
        ...type,
        ...(typeof name === 'string' ? { name } : {}),
        ...(typeof description === 'string' ? { description } : {}),
      });
      return noContent;
    },
    delete: () => {
      demandChange(context, list);
      context.emulator.db.run('DELETE FROM content_types WHERE web = ? AND list = ? AND id = ?', context.web.id, list?.no ?? 0, type.id);
      return deleted;
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function demandChange(context: RequestContext, list: List | undefined): void {
  if (list) requirePermission(context, list.scope, 'ManageLists');
  else requirePermission(context, context.web.scope, 'ManageWeb');
}

function add(context: RequestContext, list: List | undefined): Reply {
  demandChange(context, list);
  const { Id: id, Name: name, Description: description, Group: group } = context.entityBody('SP.ContentType');
  const text = isJsonObject(id) ? id.StringValue : undefined;
  if (typeof name !== 'string') throw invalidBody('A content type needs a Name.');
  const type: ContentType = {
    id: typeof text === 'string' ? text : `0x0100${randomUUID().replace(/-/g, '').toUpperCase()}`,
    name,
    description: typeof description === 'string' ? description : '',
    group: typeof group === 'string' ? group : 'Custom Content Types',
  };
  insertContentType(context, list?.no ?? 0, type);
  return createdReply(context, contentTypeModel(context, type, list));
}

/** Brings a content type of the web into the list, with an id of the list's own: `<parent>00<32 hex>` (docs/sharepoint-facts.md, A5). */
function addAvailable(context: RequestContext, list: List | undefined): Reply {
  if (!list) throw objectNotFound();
  demandChange(context, list);
  const { contentTypeId: id } = context.methodBody();
  if (typeof id !== 'string') throw invalidBody('contentTypeId is missing.');
  const type = { ...find(context, undefined, id), id: `${id}00${randomUUID().replace(/-/g, '').toUpperCase()}` };
  insertContentType(context, list.no, type);
  return entityReply(context, contentTypeModel(context, type, list));
}
