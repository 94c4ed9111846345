import { readEntityBody, readMethodBody } from '../../../localsite/wire/requestBody';

const refusalOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error;
  }
};

describe('the body of an entity', () => {
  const type = 'SP.Data.NoticesListItem';

  test('is plain JSON', () => {
    expect(readEntityBody('{"Title":"a","TagsId":[1]}', 'application/json;charset=utf-8', type)).toEqual({ Title: 'a', TagsId: [1] });
  });

  test('with __metadata outside verbose is refused, not ignored', () => {
    // [M][T] docs/sharepoint-facts.md, A2
    expect(
      refusalOf(() => readEntityBody('{"__metadata":{"type":"x"},"Title":"a"}', 'application/json;odata=nometadata', type)),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining("The property '__metadata' does not exist on type 'SP.Data.NoticesListItem'"),
    });
  });

  test('in verbose must name its type, and is read as if it were plain', () => {
    // [C] docs/sharepoint-facts.md, A2, fields as PnPjs adds them
    const verbose = 'application/json;odata=verbose';
    const body =
      '{"__metadata":{"type":"SP.FieldText"},"Title":"a","Choices":{"__metadata":{"type":"Collection(Edm.String)"},"results":["b"]}}';
    expect(readEntityBody(body, verbose, 'SP.Field')).toEqual({ Title: 'a', Choices: ['b'] });
    expect(refusalOf(() => readEntityBody('{"Title":"a"}', verbose, 'SP.Field'))).toMatchObject({ kind: 'missingTypeName', status: 400 });
  });

  test.each(['', '[]', 'null', '{', '"text"'])('that is %s is refused', (text) => {
    expect(refusalOf(() => readEntityBody(text, 'application/json', type))).toMatchObject({ kind: 'invalidBody', status: 400 });
  });
});

describe('the body of a call', () => {
  test('may be wrapped in parameters, be empty, or be plain', () => {
    // [C] docs/sharepoint-facts.md, A2
    expect(readMethodBody('{"parameters":{"SchemaXml":"<Field/>"}}', 'application/json')).toEqual({ SchemaXml: '<Field/>' });
    expect(readMethodBody('', null)).toEqual({});
    expect(readMethodBody('{"query":{"ViewXml":"<View/>"}}', 'application/json')).toEqual({ query: { ViewXml: '<View/>' } });
    expect(readMethodBody('{"parameters":{"__metadata":{"type":"x"},"A":1}}', 'application/json;odata=verbose')).toEqual({ A: 1 });
  });
});
