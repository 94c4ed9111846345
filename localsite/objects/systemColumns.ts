import type { FieldSettings, FieldType } from './field';

/** The columns every list is born with. Their values live in the row itself, not among the values a caller may set. */
export interface SystemColumn {
  readonly name: string;
  readonly title: string;
  readonly id: string;
  readonly type: FieldType;
  readonly settings: FieldSettings;
}

function column(name: string, title: string, id: string, type: FieldType, settings: FieldSettings = {}): SystemColumn {
  return { name, title, id, type, settings: { fromBaseType: true, ...settings } };
}

const readOnly = { readOnly: true } as const;
const hidden = { readOnly: true, hidden: true } as const;

/** Ids as SharePoint's own fields.xml has them. */
const everyList: readonly SystemColumn[] = [
  column('ContentTypeId', 'Content Type ID', '03e45e84-1992-4d42-9116-26f756012634', 'ContentTypeId', hidden),
  column('Title', 'Title', 'fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Text', { required: true, maxLength: 255 }),
  column('_ModerationComments', 'Approver Comments', '34ad21eb-75bd-4544-8c73-0e08330291fe', 'Note', hidden),
  column('ComplianceAssetId', 'Compliance Asset Id', '3a6b296c-3f50-445c-a13f-9c679ea9dda3', 'Text', readOnly),
  column('ID', 'ID', '1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'Counter', readOnly),
  column('ContentType', 'Content Type', 'c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'Computed', {}),
  column('Modified', 'Modified', '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'DateTime', readOnly),
  column('Created', 'Created', '8c06beca-0777-48f7-91c7-6da68bc07b69', 'DateTime', readOnly),
  column('Author', 'Created By', '1df5e554-ec7e-46a6-901d-d85a3881cb18', 'User', readOnly),
  column('Editor', 'Modified By', 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'User', readOnly),
  column('owshiddenversion', 'owshiddenversion', 'd4e44a66-ee3a-4d02-88c9-4ec5ff3f4cd5', 'Integer', hidden),
  column('_UIVersion', 'UI Version', '7841bf41-43d0-4434-9f50-a673baef7631', 'Integer', hidden),
  column('_UIVersionString', 'Version', 'dce8262a-3ae9-45aa-aab4-83bd75fb738a', 'Text', readOnly),
  column('_ModerationStatus', 'Approval Status', 'fdc3b2ed-5bf2-4835-a4bc-b885f3396a61', 'ModStat', hidden),
  column('FileRef', 'URL Path', '94f89715-e097-4e8b-ba79-ea02aa8b7adb', 'Lookup', hidden),
  column('FileDirRef', 'Path', '56605df6-8fa1-47e4-a04c-5b384d59609f', 'Lookup', hidden),
  column('FileLeafRef', 'Name', '8553196d-ec8d-4564-9861-3dbe931050c8', 'File', { hidden: true }),
  column('FSObjType', 'Item Type', '30bb605f-5bae-48fe-b4e3-1f81d9772af9', 'Lookup', hidden),
  column('UniqueId', 'Unique Id', '4b7403de-8d94-43e8-9f0f-137a3e298126', 'Lookup', hidden),
  column('GUID', 'GUID', 'ae069f25-3ac2-4256-b9c3-15dbc15da0e0', 'Guid', hidden),
];

const genericList: readonly SystemColumn[] = [column('Attachments', 'Attachments', '67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments')];

const library: readonly SystemColumn[] = [
  column('File_x0020_Size', 'File Size', '8fca95c0-9b7d-456f-8dae-b41ee2728b85', 'Lookup', hidden),
  column('File_x0020_Type', 'File Type', '39360f11-34cf-4356-9945-25c44e68dade', 'Text', hidden),
  column('CheckoutUser', 'Checked Out To', '3881510a-4e4a-4ee8-b102-8ee8e2d0dd4b', 'User', readOnly),
];

const pages: readonly SystemColumn[] = [
  column('CanvasContent1', 'Authoring Canvas Content', '4966388e-6e12-4bc6-8990-5b5b66153eae', 'Note', { hidden: true }),
  column('LayoutWebpartsContent', 'Layout Webparts Content', '261075db-0525-4fb8-a6ea-772014186599', 'Note', { hidden: true }),
  column('PageLayoutType', 'Page Layout Type', '0f800910-b30d-4c8f-b011-8189b2297094', 'Text', { hidden: true }),
  column('PromotedState', 'Promoted State', 'f5ad16a2-85be-46b2-b5f0-2bb8b4a5074a', 'Number', { hidden: true }),
  column('BannerImageUrl', 'Banner Image URL', '5baf6db5-9d25-4738-b15e-db5789298e82', 'URL', { hidden: true }),
  column('Description', 'Description', '3f155110-a6a2-4d70-926c-94648101f0e8', 'Note', {}),
  column('TopicHeader', 'Topic header', 'd60d65ff-ff42-4044-a684-ac3f7a5e598c', 'Text', { hidden: true }),
  column('FirstPublishedDate', 'First Published Date', 'c84f8697-331e-457d-884a-c4fb8f30ea74', 'DateTime', readOnly),
];

export const sitePagesTemplate = 119;
export const documentTemplate = 101;

export function isLibraryTemplate(template: number): boolean {
  return template === documentTemplate || template === sitePagesTemplate;
}

/** The columns a list of this template is born with. */
export function systemColumns(template: number): readonly SystemColumn[] {
  const own = isLibraryTemplate(template) ? library : genericList;
  const columns = [...everyList, ...own, ...(template === sitePagesTemplate ? pages : [])];
  return columns.map((one) =>
    one.name === 'Title' && isLibraryTemplate(template) ? { ...one, settings: { ...one.settings, required: false } } : one,
  );
}

/** Columns whose value is part of the row, computed on reading. */
export const computedNames: ReadonlySet<string> = new Set([
  'ContentTypeId',
  'ContentType',
  'ID',
  'Modified',
  'Created',
  'Author',
  'Editor',
  'owshiddenversion',
  '_UIVersion',
  '_UIVersionString',
  '_ModerationStatus',
  'FileRef',
  'FileDirRef',
  'FileLeafRef',
  'FSObjType',
  'UniqueId',
  'GUID',
  'Attachments',
  'File_x0020_Size',
  'File_x0020_Type',
  'CheckoutUser',
]);

/** Returned only when named in `$select` (docs/sharepoint-facts.md, A6). */
export const onRequestNames: ReadonlySet<string> = new Set([
  'FileRef',
  'FileDirRef',
  'FileLeafRef',
  'FSObjType',
  'UniqueId',
  'ContentType',
  'owshiddenversion',
  '_UIVersion',
  '_ModerationStatus',
  '_ModerationComments',
  'File_x0020_Size',
  'File_x0020_Type',
]);
