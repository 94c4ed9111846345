import { odataUrlFrom } from '@pnp/sp';
import { renderAnswer } from '../../../localsite/wire/renderAnswer';
import type { Answer, Entity, RenderSetting } from '../../../localsite/wire/renderAnswer';

const apiRoot = 'https://h/sites/x/_api/';
const itemAddress = "Web/Lists(guid'546bb212-0000-0000-0000-000000000000')/Items(34)";
const setting = (metadata: 'minimal' | 'none' | 'verbose', version: 3 | 4 = 3): RenderSetting => ({
  format: { metadata, version },
  apiRoot,
});
const render = (answer: Answer, in_: RenderSetting): unknown => JSON.parse(renderAnswer(answer, in_));

const item: Entity = {
  shape: 'entity',
  type: 'SP.Data.AttendanceListItem',
  set: 'SP.ListData.AttendanceListItems',
  id: 'cc83ebb5-0000-0000-0000-000000000000',
  etag: '"4"',
  editLink: itemAddress,
  properties: { FileSystemObjectType: 0, Id: 34, TagsId: [1, 2] },
  navigation: ['FirstUniqueAncestorSecurableObject', 'AttachmentFiles'],
};

describe('items', () => {
  test('in minimalmetadata say what they are and where', () => {
    // [I] docs/sharepoint-facts.md, A2
    expect(
      render(
        { shape: 'collection', set: 'SP.ListData.AttendanceListItems', items: [item], nextLink: 'https://h/next' },
        setting('minimal'),
      ),
    ).toEqual({
      'odata.metadata': 'https://h/sites/x/_api/$metadata#SP.ListData.AttendanceListItems',
      'odata.nextLink': 'https://h/next',
      value: [
        {
          'odata.type': 'SP.Data.AttendanceListItem',
          'odata.id': 'cc83ebb5-0000-0000-0000-000000000000',
          'odata.etag': '"4"',
          'odata.editLink': itemAddress,
          FileSystemObjectType: 0,
          Id: 34,
          TagsId: [1, 2],
        },
      ],
    });
    expect(render(item, setting('minimal'))).toMatchObject({
      'odata.metadata': 'https://h/sites/x/_api/$metadata#SP.ListData.AttendanceListItems/@Element',
      Id: 34,
    });
  });

  test('in nometadata are bare', () => {
    // [R] docs/sharepoint-facts.md, A2
    expect(render({ shape: 'collection', set: 'x', items: [item], nextLink: 'https://h/next' }, setting('none'))).toEqual({
      'odata.nextLink': 'https://h/next',
      value: [{ FileSystemObjectType: 0, Id: 34, TagsId: [1, 2] }],
    });
    expect(render(item, setting('none'))).toEqual({ FileSystemObjectType: 0, Id: 34, TagsId: [1, 2] });
  });

  test('in verbose carry their address, what was not expanded, and arrays under results', () => {
    // [I] docs/sharepoint-facts.md, A2
    const uri = `${apiRoot}${itemAddress}`;
    const { d } = render({ shape: 'collection', set: 'x', items: [item], nextLink: 'https://h/next' }, setting('verbose')) as {
      d: unknown;
    };
    expect(d).toEqual({
      results: [
        {
          __metadata: { id: 'cc83ebb5-0000-0000-0000-000000000000', uri, etag: '"4"', type: 'SP.Data.AttendanceListItem' },
          FirstUniqueAncestorSecurableObject: { __deferred: { uri: `${uri}/FirstUniqueAncestorSecurableObject` } },
          AttachmentFiles: { __deferred: { uri: `${uri}/AttachmentFiles` } },
          FileSystemObjectType: 0,
          Id: 34,
          TagsId: { results: [1, 2] },
        },
      ],
      __next: 'https://h/next',
    });
  });

  test('in OData 4 spell their annotations with @', () => {
    // [I] docs/sharepoint-facts.md, A2
    expect(render(item, setting('minimal', 4))).toMatchObject({
      '@odata.type': '#SP.Data.AttendanceListItem',
      '@odata.editLink': itemAddress,
      '@odata.etag': '"4"',
    });
  });

  test('show what was expanded in place', () => {
    const expanded: Entity = {
      ...item,
      expanded: {
        Author: { shape: 'entity', type: 'SP.Data.UserInfoItem', id: 'u', properties: { Title: 'A member of staff' } },
        AttachmentFiles: { shape: 'collection', set: 'x', items: [] },
        Class: null,
      },
    };
    expect(render(expanded, setting('none'))).toMatchObject({ Author: { Title: 'A member of staff' }, AttachmentFiles: [], Class: null });
    expect(render(expanded, setting('minimal'))).toMatchObject({
      'AttachmentFiles@odata.navigationLinkUrl': `${itemAddress}/AttachmentFiles`,
      Author: { 'odata.type': 'SP.Data.UserInfoItem', Title: 'A member of staff' },
    });
    expect(render(expanded, setting('verbose'))).toMatchObject({
      d: { Author: { Title: 'A member of staff' }, AttachmentFiles: { results: [] } },
    });
  });
});

describe('addresses that PnPjs rebuilds', () => {
  // [C] utils/odata-url-from
  const minimal = (answer: Answer): Record<string, unknown> => render(answer, setting('minimal')) as Record<string, unknown>;

  test('of an item and of a web are the ones it came from', () => {
    expect(odataUrlFrom(minimal(item))).toBe(`https://h/sites/x/_api/${itemAddress}`);
    const web: Entity = { shape: 'entity', type: 'SP.Web', id: `${apiRoot}Web`, editLink: 'Web', properties: { Title: 'Oakfield' } };
    expect(odataUrlFrom(minimal(web))).toBe('https://h/sites/x/_api/Web');
  });
});

describe('plain answers', () => {
  test('of a method without a result', () => {
    // [R] docs/sharepoint-facts.md, A1
    expect(render({ shape: 'nothing', name: 'BreakRoleInheritance' }, setting('none'))).toEqual({ 'odata.null': true });
    expect(render({ shape: 'nothing', name: 'BreakRoleInheritance' }, setting('verbose'))).toEqual({ d: { BreakRoleInheritance: null } });
  });

  test('of one value', () => {
    // [C] docs/sharepoint-facts.md, A1
    expect(render({ shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: 'g' }, setting('none'))).toEqual({ value: 'g' });
    expect(render({ shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: 'g' }, setting('verbose'))).toEqual({ d: { Recycle: 'g' } });
    expect(render({ shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: 'g' }, setting('minimal'))).toEqual({
      'odata.metadata': 'https://h/sites/x/_api/$metadata#Edm.Guid',
      value: 'g',
    });
  });

  test('of contextinfo: at the root, and under the method name in verbose', () => {
    // [C] docs/sharepoint-facts.md, A3
    const digest: Answer = {
      shape: 'complex',
      name: 'GetContextWebInformation',
      type: 'SP.ContextWebInformation',
      properties: { FormDigestTimeoutSeconds: 1800, SupportedSchemaVersions: ['14.0.0.0'] },
    };
    expect(render(digest, setting('minimal'))).toMatchObject({ FormDigestTimeoutSeconds: 1800 });
    expect(render(digest, setting('verbose'))).toMatchObject({
      d: { GetContextWebInformation: { FormDigestTimeoutSeconds: 1800, SupportedSchemaVersions: { results: ['14.0.0.0'] } } },
    });
  });

  test('of the rows of a validated update', () => {
    // [R] docs/sharepoint-facts.md, A8
    const row = { ErrorCode: 0, ErrorMessage: null, FieldName: 'Id', FieldValue: '1', HasException: false, ItemId: 0 };
    expect(
      render(
        { shape: 'valueList', name: 'AddValidateUpdateItemUsingPath', elementType: 'SP.ListItemFormUpdateValue', values: [row] },
        setting('none'),
      ),
    ).toEqual({ value: [row] });
  });
});
