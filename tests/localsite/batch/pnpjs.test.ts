import { DefaultParse, InjectHeaders } from '@pnp/queryable';
import { DefaultInit, spfi } from '@pnp/sp';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import type { IItems } from '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { parseBatch } from '../../../localsite/batch/request';
import type { BatchOperation } from '../../../localsite/batch/request';
import { writeBatch } from '../../../localsite/batch/response';
import type { BatchAnswer } from '../../../localsite/batch/response';

const site = 'https://school.example/sites/school';

/** The real client, with a site behind it that answers each operation of a batch with `answer`. */
function clientOf(answer: (operation: BatchOperation) => BatchAnswer, seen: BatchOperation[] = []): SPFI {
  return spfi(site).using(DefaultInit(), InjectHeaders({ Accept: 'application/json' }), DefaultParse(), (instance) => {
    instance.on.send.replace(async (_url: URL, init: RequestInit) => {
      const operations = parseBatch(new Headers(init.headers).get('content-type'), String(init.body));
      seen.push(...operations);
      const { contentType, body } = writeBatch(operations.map(answer), '5b1c0f0e-0000-0000-0000-000000000000');
      return new Response(body, { status: 200, headers: { 'content-type': contentType } });
    });
    return instance;
  });
}

const json = (status: number, value: unknown): BatchAnswer => ({
  status,
  headers: new Headers({ 'content-type': 'application/json' }),
  body: JSON.stringify(value),
});

describe('the batches of PnPjs', () => {
  test('are read and answered, operation by operation', async () => {
    const seen: BatchOperation[] = [];
    const answers: Record<string, BatchAnswer> = {
      GET: json(200, { value: [{ Id: 1 }] }),
      POST: json(201, { Id: 2 }),
      MERGE: { status: 204, headers: new Headers({ etag: '"abc,2"' }), body: '' },
      DELETE: { status: 200, headers: new Headers(), body: '' },
    };
    const [batched, execute] = clientOf(({ method }) => answers[method] ?? json(501, {}), seen).batched();
    const items = (): IItems => batched.web.lists.getByTitle('Notices').items;
    const results = Promise.all([
      items()(),
      items().add({ Title: "It's £5 a head" }),
      items().getById(2).update({ Title: 'b' }),
      items().getById(2).delete(),
      items()(),
    ]);
    await execute();

    expect(await results).toEqual([[{ Id: 1 }], { Id: 2 }, { etag: '"abc,2"' }, {}, [{ Id: 1 }]]);
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'MERGE', 'DELETE', 'GET']);
    expect(seen[1]).toMatchObject({ url: `${site}/_api/web/lists/getByTitle('Notices')/items`, body: '{"Title":"It\'s £5 a head"}' });
    expect(seen[2]?.headers.get('if-match')).toBe('*');
  });

  test('keep an answer of several lines whole', async () => {
    const [batched, execute] = clientOf(() => ({ status: 200, headers: new Headers(), body: '{"Row":\n[{\n"ID": "1"\n}]\n}' })).batched();
    const answer = batched.web.lists.getByTitle('Notices').items();
    await execute();
    expect(await answer).toEqual({ Row: [{ ID: '1' }] });
  });

  test('let one operation fail without the others', async () => {
    const [batched, execute] = clientOf(({ url }) =>
      url.endsWith('items') ? json(404, { 'odata.error': { code: '-1' } }) : json(200, { Title: 'ok' }),
    ).batched();
    const results = Promise.allSettled([batched.web.lists.getByTitle('Notices').items(), batched.web()]);
    await execute();
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
