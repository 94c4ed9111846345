import { openTestSite, people } from '../kit/localSite';
import { as } from '../kit/request';

const site = openTestSite({ tenantProperties: { SchoolgateSite: '/sites/school' } });
afterAll(() => site.close());

const property = async (email: string, key: string): Promise<unknown> =>
  (await as(site, email).get(`_api/web/GetStorageEntity('${key}')`)).json;

describe('a tenant property', () => {
  it('is read from every site by its key', async () => {
    expect(await property('admin@oakfield.example', 'SchoolgateSite')).toMatchObject({ Value: '/sites/school' });
  });

  it('is nothing where nobody has set it', async () => {
    expect(await property('admin@oakfield.example', 'Another')).toEqual({ 'odata.null': true });
    expect(await property('admin@oakfield.example', 'constructor')).toEqual({ 'odata.null': true });
  });

  it('is hidden with the site from whom the site is closed to', async () => {
    expect((await as(site, people.ben).get(`_api/web/GetStorageEntity('SchoolgateSite')`)).status).toBe(403);
  });
});
