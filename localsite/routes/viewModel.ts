import type { List } from '../objects/list';
import type { View } from '../store/views';
import type { JsonObject } from '../wire/json';
import { listLink } from './links';
import type { Model } from './model';

/** The `<View>` of a view. */
export function viewXml(view: View): string {
  const { fields, rowLimit = 30, paged = true, query = '', isDefault, scope = 0 } = view.settings;
  const refs = fields.map((name) => `<FieldRef Name="${name}" />`).join('');
  const scopes = ['', ' Scope="Recursive"', ' Scope="RecursiveAll"', ' Scope="FilesOnly"'];
  return (
    `<View Name="{${view.id.toUpperCase()}}" ${isDefault === true ? 'DefaultView="TRUE" ' : ''}Type="HTML" DisplayName="${escape(view.title)}"${scopes[scope] ?? ''}>` +
    `<Query>${query}</Query><ViewFields>${refs}</ViewFields><RowLimit Paged="${paged ? 'TRUE' : 'FALSE'}">${rowLimit}</RowLimit></View>`
  );
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** Properties whose value is the same for every view. */
const sameForEveryView: JsonObject = {
  Aggregations: null,
  AggregationsStatus: null,
  AssociatedContentTypeId: null,
  BaseViewId: '1',
  CalendarViewStyles: null,
  ColumnWidth: null,
  ContentTypeId: { StringValue: '0x' },
  CustomOrder: null,
  DefaultViewForContentType: false,
  EditorModified: false,
  Formats: null,
  GridLayout: null,
  ImageUrl: '/_layouts/15/images/generic.png?rev=47',
  IncludeRootFolder: false,
  ViewJoins: null,
  JSLink: 'clienttemplates.js',
  Method: null,
  MobileDefaultView: false,
  MobileView: false,
  ModerationType: null,
  NewDocumentTemplates: null,
  OrderedView: false,
  ViewProjectedFields: null,
  ReadOnlyView: false,
  RequiresClientIntegration: false,
  StyleId: null,
  TabularView: true,
  Threaded: false,
  Toolbar: '',
  ToolbarTemplateName: null,
  ViewType: 'HTML',
  ViewData: null,
  VisualizationInfo: null,
};

function viewProperties(list: List, view: View): JsonObject {
  const {
    isDefault = false,
    personal = false,
    hidden = false,
    rowLimit = 30,
    paged = true,
    query = '',
    scope = 0,
    customFormatter,
  } = view.settings;
  const page = `${list.url}/${view.title.replace(/\s+/g, '')}.aspx`;
  return {
    CustomFormatter: customFormatter ?? null,
    DefaultView: isDefault,
    Hidden: hidden,
    HtmlSchemaXml: viewXml(view),
    Id: view.id,
    ListViewXml: viewXml(view),
    Paged: paged,
    PersonalView: personal,
    ViewQuery: query,
    RowLimit: rowLimit,
    Scope: scope,
    ServerRelativePath: { DecodedUrl: page },
    ServerRelativeUrl: page,
    Title: view.title,
  };
}

export function viewModel(list: List, view: View): Model {
  const { fields } = view.settings;
  return {
    type: 'SP.View',
    set: 'SP.ApiData.Views',
    editLink: `${listLink(list)}/Views(guid'${view.id}')`,
    properties: { ...sameForEveryView, ...viewProperties(list, view) },
    navigation: {
      ViewFields: () => ({
        shape: 'complex',
        name: 'ViewFields',
        type: 'SP.ViewFieldCollection',
        properties: { SchemaXml: fields.map((name) => `<FieldRef Name="${name}" />`).join(''), Items: fields },
      }),
    },
  };
}
