import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provision } from '../../staging/provision/provision';
import type { Send } from '../../staging/site/send';
import { stage, type StageOptions } from '../../staging/stage/stage';
import { clock, smallSchool } from '../kit/smallSchool';
import { writeBundle } from '../kit/bundle';
import { schoolSite } from '../kit/stagedSite';
import { siteAddress } from '../kit/localSite';
import { adminToken, emptySite, publisherToken } from '../kit/provisionedSite';
import { keptReport } from '../kit/keptReport';
import { temporaryFolder } from '../kit/temporaryFolder';

jest.setTimeout(60_000);

async function told(options: Partial<StageOptions> & { readonly folder: string; readonly fetch: Send }) {
  const report = keptReport();
  const { exitCode } = await stage({
    siteUrl: siteAddress,
    token: publisherToken,
    pause: async () => undefined,
    clock,
    report,
    ...options,
  });
  return { exitCode, text: report.lines.join('\n') };
}

async function toldOfFolder(folder: string) {
  return told({ folder, fetch: (await schoolSite()).fetch });
}

describe('staging says what is wrong and publishes nothing', () => {
  it('where the folder is missing', async () => {
    expect(await toldOfFolder(join(await temporaryFolder(), 'nowhere'))).toEqual({
      exitCode: 2,
      text: expect.stringContaining('There is no such folder.'),
    });
  });

  it('where the folder has no bundle.json', async () => {
    expect(await toldOfFolder(await temporaryFolder())).toEqual({
      exitCode: 2,
      text: expect.stringContaining('The folder has no such file'),
    });
  });

  it('where bundle.json is no JSON, without quoting it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'bundle.json'), '{ name: Zephyrine }');
    const { exitCode, text } = await toldOfFolder(folder);
    expect([exitCode, text]).toEqual([2, expect.stringContaining('The file is not JSON.')]);
    expect(text).not.toContain('Zephyrine');
  });

  it('where the address has no site', async () => {
    const { fetch } = await schoolSite();
    const other = await told({ folder: await writeBundle(smallSchool()), fetch, siteUrl: 'http://localhost/sites/other' });
    expect(other).toEqual({ exitCode: 2, text: expect.stringContaining('There is no SharePoint site at this address') });
    expect(other.text).not.toContain('run the command again');
  });

  it('where the site was not provisioned', async () => {
    const bare = await told({ folder: await writeBundle(smallSchool()), fetch: emptySite(clock).fetch, token: adminToken });
    expect(bare).toEqual({ exitCode: 2, text: expect.stringMatching(/The site lacks the list .*\. Run 'schoolgate provision' first\./) });
  });

  it('where the token is refused', async () => {
    const { fetch } = await schoolSite();
    const refused = await told({ folder: await writeBundle(smallSchool()), fetch, token: 'local:nobody@else.example' });
    expect(refused).toEqual({
      exitCode: 2,
      text: expect.stringContaining('The site did not accept the sign-in: the token is wrong or has expired'),
    });
  });

  it('where something else than SharePoint answers', async () => {
    const page: Send = async () => new Response('<html>Sign in, Zephyrine</html>', { status: 200 });
    const { exitCode, text } = await told({ folder: await writeBundle(smallSchool()), fetch: page });
    expect([exitCode, text]).toEqual([2, expect.stringContaining('What answers at this address does not answer as SharePoint does')]);
    expect(text).not.toContain('Zephyrine');
  });

  it('though not where bundle.json begins with a byte order mark', async () => {
    const folder = await writeBundle(smallSchool());
    await writeFile(join(folder, 'bundle.json'), `\ufeff${await readFile(join(folder, 'bundle.json'), 'utf8')}`);
    expect((await toldOfFolder(folder)).exitCode).toBe(0);
  });
});

describe('provisioning says what is wrong', () => {
  it('where the address has no site', async () => {
    const options = { siteUrl: 'http://localhost/sites/other', token: publisherToken, fetch: emptySite(clock).fetch, report: keptReport() };
    await expect(provision(options)).rejects.toThrow('There is no SharePoint site at this address');
  });
});
