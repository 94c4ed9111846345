import { deleteView, insertView, updateView, viewsOf, type View, type ViewSettings } from '../store/views';
import type { List } from '../objects/list';
import { parseCamlView } from '../query/caml';
import type { JsonObject } from '../wire/json';
import type { Segment } from '../wire/path';
import { invalidBody, objectNotFound } from '../wire/errors';
import { demand } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { action, deleted, noContent, nothing, optionalText, textArgument, type Call, type Reply, type Resource } from './resource';
import { viewModel } from './viewModel';

export function viewsResource(call: Call, list: List, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return viewByIdResource(call, list, id);
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Views',
        viewsOf(call.emulator, list).map((view) => viewModel(call, list, view)),
      ),
    post: () => add(call, list, call.entityBody('SP.View')),
    steps: {
      getbyid: (step) => viewByIdResource(call, list, textArgument(step, 'id')),
      getbytitle: (step) =>
        viewResource(
          call,
          list,
          viewsOf(call.emulator, list).find((view) => view.title.toLowerCase() === textArgument(step, 'strtitle').toLowerCase()),
        ),
    },
  };
}

export function viewByIdResource(call: Call, list: List, id: string): Resource {
  const wanted = id.replace(/[{}]/g, '').toLowerCase();
  return viewResource(
    call,
    list,
    viewsOf(call.emulator, list).find((view) => view.id === wanted),
  );
}

export function defaultViewResource(call: Call, list: List): Resource {
  return viewResource(
    call,
    list,
    viewsOf(call.emulator, list).find((view) => view.settings.isDefault === true),
  );
}

function viewResource(call: Call, list: List, view: View | undefined): Resource {
  if (!view) throw objectNotFound();
  const model = () => viewModel(call, list, view);
  return {
    get: () => entityReply(call, model()),
    merge: () => {
      const body = call.entityBody('SP.View');
      save(call, list, {
        ...view,
        title: typeof body.Title === 'string' ? body.Title : view.title,
        settings: { ...view.settings, ...readSettings(body) },
      });
      return noContent;
    },
    delete: () => {
      demand(call, list.scope, 'ManageLists');
      deleteView(call.emulator, view);
      return deleted;
    },
    steps: { viewfields: () => viewFieldsResource(call, list, view), setviewxml: () => action(() => setXml(call, list, view)) },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function save(call: Call, list: List, view: View): void {
  demand(call, list.scope, 'ManageLists');
  updateView(call.emulator, list, view);
}

function add(call: Call, list: List, body: JsonObject): Reply {
  demand(call, list.scope, 'ManageLists');
  if (typeof body.Title !== 'string') throw invalidBody('A view needs a Title.');
  const view = insertView(call.emulator, list, { title: body.Title, settings: { fields: ['LinkTitle'], ...readSettings(body) } });
  return createdReply(call, viewModel(call, list, view));
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

function setXml(call: Call, list: List, view: View): Reply {
  const { viewXml: xml } = call.methodBody();
  if (typeof xml !== 'string') throw invalidBody('viewXml is missing.');
  const parsed = parseCamlView(xml);
  const query = /<Query>([\s\S]*)<\/Query>/i.exec(xml)?.[1] ?? '';
  save(call, list, {
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

function viewFieldsResource(call: Call, list: List, view: View): Resource {
  const { fields } = view.settings;
  const change = (name: string, next: readonly string[]): Reply => {
    save(call, list, { ...view, settings: { ...view.settings, fields: next } });
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
          const { field, index } = call.methodBody();
          if (typeof field !== 'string' || typeof index !== 'number') throw invalidBody('moveviewfieldto needs field and index.');
          const others = fields.filter((name) => name !== field);
          return change('MoveViewFieldTo', [...others.slice(0, index), field, ...others.slice(index)]);
        }),
    },
  };
}
