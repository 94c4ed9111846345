import { deleteView, insertView, updateView, viewsOf, type View, type ViewSettings } from '../store/views';
import type { List } from '../objects/list';
import { parseCamlView } from '../query/caml';
import type { JsonObject } from '../wire/json';
import type { Segment } from '../wire/path';
import { invalidBody, objectNotFound } from '../wire/errors';
import { requirePermission } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import {
  action,
  deleted,
  noContent,
  nothing,
  optionalText,
  textArgument,
  type RequestContext,
  type Reply,
  type Resource,
} from './resource';
import { viewModel } from './viewModel';

export function viewsResource(context: RequestContext, list: List, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return viewByIdResource(context, list, id);
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Views',
        viewsOf(context.emulator, list).map((view) => viewModel(list, view)),
      ),
    post: () => add(context, list, context.entityBody('SP.View')),
    steps: {
      getbyid: (step) => viewByIdResource(context, list, textArgument(step, 'id')),
      getbytitle: (step) =>
        viewResource(
          context,
          list,
          viewsOf(context.emulator, list).find((view) => view.title.toLowerCase() === textArgument(step, 'strtitle').toLowerCase()),
        ),
    },
  };
}

export function viewByIdResource(context: RequestContext, list: List, id: string): Resource {
  const wanted = id.replace(/[{}]/g, '').toLowerCase();
  return viewResource(
    context,
    list,
    viewsOf(context.emulator, list).find((view) => view.id === wanted),
  );
}

export function defaultViewResource(context: RequestContext, list: List): Resource {
  return viewResource(
    context,
    list,
    viewsOf(context.emulator, list).find((view) => view.settings.isDefault === true),
  );
}

function viewResource(context: RequestContext, list: List, view: View | undefined): Resource {
  if (!view) throw objectNotFound();
  const model = () => viewModel(list, view);
  return {
    get: () => entityReply(context, model()),
    merge: () => {
      const body = context.entityBody('SP.View');
      save(context, list, {
        ...view,
        title: typeof body.Title === 'string' ? body.Title : view.title,
        settings: { ...view.settings, ...readSettings(body) },
      });
      return noContent;
    },
    delete: () => {
      requirePermission(context, list.scope, 'ManageLists');
      deleteView(context.emulator, view);
      return deleted;
    },
    steps: { viewfields: () => viewFieldsResource(context, list, view), setviewxml: () => action(() => setXml(context, list, view)) },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function save(context: RequestContext, list: List, view: View): void {
  requirePermission(context, list.scope, 'ManageLists');
  updateView(context.emulator, list, view);
}

function add(context: RequestContext, list: List, body: JsonObject): Reply {
  requirePermission(context, list.scope, 'ManageLists');
  if (typeof body.Title !== 'string') throw invalidBody('A view needs a Title.');
  const view = insertView(context.emulator, list, { title: body.Title, settings: { fields: ['LinkTitle'], ...readSettings(body) } });
  return createdReply(context, viewModel(list, view));
}

function readSettings(body: JsonObject): Partial<ViewSettings> {
  const {
    DefaultView: isDefault,
    PersonalView: personal,
    Hidden: hidden,
    RowLimit: rowLimit,
    Paged: paged,
    ViewQuery: query,
    Scope: scope,
    CustomFormatter: formatter,
  } = body;
  return {
    ...(typeof isDefault === 'boolean' ? { isDefault } : {}),
    ...(typeof personal === 'boolean' ? { personal } : {}),
    ...(typeof hidden === 'boolean' ? { hidden } : {}),
    ...(typeof rowLimit === 'number' ? { rowLimit } : {}),
    ...(typeof paged === 'boolean' ? { paged } : {}),
    ...(typeof query === 'string' ? { query } : {}),
    ...(typeof scope === 'number' ? { scope } : {}),
    ...(typeof formatter === 'string' ? { customFormatter: formatter } : {}),
  };
}

const scopes = { default: 0, recursive: 1, recursiveAll: 2, filesOnly: 3 } as const;

function setXml(context: RequestContext, list: List, view: View): Reply {
  const { viewXml: xml } = context.methodBody();
  if (typeof xml !== 'string') throw invalidBody('viewXml is missing.');
  const parsed = parseCamlView(xml);
  const query = /<Query>([\s\S]*)<\/Query>/i.exec(xml)?.[1] ?? '';
  save(context, list, {
    ...view,
    settings: {
      ...view.settings,
      query,
      fields: parsed.viewFields,
      scope: scopes[parsed.scope],
      paged: parsed.paged,
      ...(parsed.rowLimit === undefined ? {} : { rowLimit: parsed.rowLimit }),
    },
  });
  return nothing('SetViewXml');
}

function viewFieldsResource(context: RequestContext, list: List, view: View): Resource {
  const { fields } = view.settings;
  const change = (name: string, next: readonly string[]): Reply => {
    save(context, list, { ...view, settings: { ...view.settings, fields: next } });
    return nothing(name);
  };
  return {
    get: () => ({
      answer: {
        shape: 'complex',
        name: 'ViewFields',
        type: 'SP.ViewFieldCollection',
        properties: { SchemaXml: fields.map((name) => `<FieldRef Name="${name}" />`).join(''), Items: fields },
      },
    }),
    steps: {
      addviewfield: (step) =>
        action(() =>
          change('AddViewField', [...fields.filter((name) => name !== textArgument(step, 'strfield')), textArgument(step, 'strfield')]),
        ),
      removeviewfield: (step) =>
        action(() =>
          change(
            'RemoveViewField',
            fields.filter((name) => name !== textArgument(step, 'strfield')),
          ),
        ),
      removeallviewfields: () => action(() => change('RemoveAllViewFields', [])),
      moveviewfieldto: () =>
        action(() => {
          const { field, index } = context.methodBody();
          if (typeof field !== 'string' || typeof index !== 'number') throw invalidBody('moveviewfieldto needs field and index.');
          const others = fields.filter((name) => name !== field);
          return change('MoveViewFieldTo', [...others.slice(0, index), field, ...others.slice(index)]);
        }),
    },
  };
}
