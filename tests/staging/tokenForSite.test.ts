import { openSite } from '../../staging/site/connection';
import { provision } from '../../staging/provision/provision';
import { keptReport } from '../kit/keptReport';

const secret = 'eyJ0eXAi.of-a-tenant';

describe('a token', () => {
  it.each(['http://localhost:4321/sites/school', 'http://127.0.0.1:4321/sites/school', 'http://school.example/sites/parents'])(
    'of a tenant is not sent unencrypted, nor to the local site: %s',
    (siteUrl) => {
      expect(() => openSite({ siteUrl, token: secret })).toThrow(/https:\/\/.*local:/);
    },
  );

  it.each(['https://school.example/sites/parents', 'http://school.example/sites/parents', 'http://localhost.school.example/sites/parents'])(
    'of the local site is not taken for another one: %s',
    (siteUrl) => {
      expect(() => openSite({ siteUrl, token: 'local:admin@oakfield.example' })).toThrow(/localhost/);
    },
  );

  it.each([
    ['https://school.example/sites/parents', secret],
    ['http://localhost:4321/sites/school', 'local:admin@oakfield.example'],
    ['http://127.0.0.1:4321/sites/school', 'local:admin@oakfield.example'],
  ])('that fits the address opens it: %s', (siteUrl, token) => {
    expect(openSite({ siteUrl, token }).url).toBe(siteUrl);
  });

  it('that does not fit is never told, and nothing is sent', async () => {
    const sent: string[] = [];
    const fetch = async (request: Request) => {
      sent.push(request.url);
      return new Response('{}');
    };
    for (const [siteUrl, token] of [
      ['http://localhost:4321/sites/school', secret],
      ['https://school.example/sites/parents', 'local:admin@oakfield.example'],
    ] as const) {
      const refused: unknown = await provision({ siteUrl, token, fetch, report: keptReport() }).catch((thrown: unknown) => thrown);
      expect(refused).toMatchObject({ name: 'TokenDoesNotFit' });
      expect(String(refused)).not.toContain(token);
    }
    expect(sent).toEqual([]);
  });
});
