import type { List } from '../objects/list';
import type { View } from '../store/views';
import { listLink } from './links';
import type { Model } from './model';
import type { RequestContext } from './resource';

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

export function viewModel(_call: RequestContext, list: List, view: View): Model {
  const {
    isDefault = false,
    personal = false,
    hidden = false,
    rowLimit = 30,
    paged = true,
    query = '',
    fields,
    scope = 0,
    customFormatter,
  } = view.settings;
  const page = `${list.url}/${view.title.replace(/\s+/g, '')}.aspx`;
  return {
    type: 'SP.View',
    set: 'SP.ApiData.Views',
    editLink: `${listLink(list)}/Views(guid'${view.id}')`,
    properties: {
      Aggregations: null,
      AggregationsStatus: null,
      AssociatedContentTypeId: null,
      BaseViewId: '1',
      CalendarViewStyles: null,
      ColumnWidth: null,
      ContentTypeId: { StringValue: '0x' },
      CustomFormatter: customFormatter ?? null,
      CustomOrder: null,
      DefaultView: isDefault,
      DefaultViewForContentType: false,
      EditorModified: false,
      Formats: null,
      GridLayout: null,
      Hidden: hidden,
      HtmlSchemaXml: viewXml(view),
      Id: view.id,
      ImageUrl: '/_layouts/15/images/generic.png?rev=47',
      IncludeRootFolder: false,
      ViewJoins: null,
      JSLink: 'clienttemplates.js',
      ListViewXml: viewXml(view),
      Method: null,
      MobileDefaultView: false,
      MobileView: false,
      ModerationType: null,
      NewDocumentTemplates: null,
      OrderedView: false,
      Paged: paged,
      PersonalView: personal,
      ViewProjectedFields: null,
      ViewQuery: query,
      ReadOnlyView: false,
      RequiresClientIntegration: false,
      RowLimit: rowLimit,
      Scope: scope,
      ServerRelativePath: { DecodedUrl: page },
      ServerRelativeUrl: page,
      StyleId: null,
      TabularView: true,
      Threaded: false,
      Title: view.title,
      Toolbar: '',
      ToolbarTemplateName: null,
      ViewType: 'HTML',
      ViewData: null,
      VisualizationInfo: null,
    },
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
