import { lists, listUrl } from '../../src/lists/index';
import { accessList } from '../../src/lists/access';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { siteGroups } from '../../src/lists/permissions';
import { as } from '../kit/request';
import { emptySite, provisionTestSite, type TestSite } from '../kit/provisionedSite';
import { keptReport } from '../kit/keptReport';
import { writesOf } from '../kit/sentRequests';

const admin = 'admin@oakfield.example';
const address = (name: string) => `getlist('/sites/school/Lists/${name}')`;

interface Grants {
  readonly value: readonly {
    readonly Member: { readonly Title: string };
    readonly RoleDefinitionBindings: readonly { readonly Name: string }[];
  }[];
}

async function grantsOn(site: TestSite, list: string): Promise<readonly string[]> {
  const { value } = (await as(site, admin).read(
    `_api/web/${address(list)}/roleassignments?$expand=Member,RoleDefinitionBindings`,
  )) as Grants;
  return value.map((grant) => `${grant.Member.Title}: ${grant.RoleDefinitionBindings.map(({ Name }) => Name).join()}`).sort();
}

async function mended(site: TestSite): Promise<readonly string[]> {
  const report = keptReport();
  await provisionTestSite(site, { report });
  const again = keptReport();
  await provisionTestSite(site, { report: again });
  expect(again.lines).toEqual(['The site is as it should be: nothing to do.']);
  return report.lines;
}

describe('provisioning', () => {
  it('makes lists, groups, levels and pages, and has nothing to do the second time', async () => {
    const site = emptySite();
    const first = await provisionTestSite(site);
    expect(first.steps).toBeGreaterThan(50);
    site.forget();
    const report = keptReport();
    const second = await provisionTestSite(site, { report });
    expect(report.lines).toEqual(['The site is as it should be: nothing to do.']);
    expect(second.steps).toBe(0);
    expect(writesOf(site.sent)).toEqual([]);
  });

  it('only reads in a dry run', async () => {
    const site = emptySite();
    const report = keptReport();
    const { steps } = await provisionTestSite(site, { dryRun: true, report });
    expect(steps).toBeGreaterThan(50);
    expect(report.lines).toContain('  Create the list Pupil Home.');
    expect(writesOf(site.sent)).toEqual([]);
  });

  it('switches off comments on pages, which would show their authors to every parent', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    const found = await as(site, admin).read("_api/web/getlist('/sites/school/SitePages')?$select=DisableCommenting");
    expect(found).toMatchObject({ DisableCommenting: true });
  });

  it('gives every list its address, its title and its columns', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    for (const list of lists) {
      const found = await as(site, admin).read(
        `_api/web/getlist('${listUrl('/sites/school', list)}')?$select=Title,NoCrawl,DisableCommenting,EnableAttachments,EnableFolderCreation,ReadSecurity,WriteSecurity`,
      );
      expect(found).toMatchObject({
        Title: list.title,
        NoCrawl: true,
        DisableCommenting: true,
        EnableAttachments: false,
        EnableFolderCreation: list.hasFolders,
        ReadSecurity: list.readSecurity,
        WriteSecurity: list.writeSecurity,
      });
      const fields = (await as(site, admin).read(
        `_api/web/getlist('${listUrl('/sites/school', list)}')/fields?$select=InternalName,TypeAsString,Indexed,EnforceUniqueValues`,
      )) as { value: { InternalName: string }[] };
      for (const field of list.fields) {
        expect(fields.value.find((each) => each.InternalName === field.name)).toMatchObject({
          TypeAsString: field.type,
          Indexed: field.indexed ?? field.unique ?? false,
          EnforceUniqueValues: field.unique ?? false,
        });
      }
    }
  });

  it('closes what holds facts about pupils to all but owners and the publisher', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    const masters = [`${siteGroups.owners.title}: Full Control`, `${siteGroups.publisher.title}: Full Control`];
    for (const list of lists.filter(({ access }) => access.kind === 'closed')) expect(await grantsOn(site, list.name)).toEqual(masters);
    expect(await grantsOn(site, 'Preferences')).toEqual([...masters, `${siteGroups.staff.title}: Schoolgate Own Rows`]);
  });

  it('publishes the home page with the child dashboard', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    const { value } = (await as(site, admin).read(`_api/web/lists/getbytitle('Site Pages')/items?$select=FileLeafRef,CanvasContent1`)) as {
      value: { FileLeafRef: string; CanvasContent1: string }[];
    };
    const canvas = value.find((page) => page.FileLeafRef === 'Home.aspx')?.CanvasContent1 ?? '';
    expect(canvas).toContain('cc8a57df-f5f7-483a-b516-ca11346b1da1');
  });
});

describe('provisioning a site that has drifted', () => {
  it('mends an index, a setting, a column and a permission level', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    await as(site, admin).write('PATCH', `_api/web/${address('Access')}/fields/getbyinternalnameortitle('Rule')`, { Indexed: false });
    await as(site, admin).write('PATCH', `_api/web/${address('Preferences')}`, { ReadSecurity: 1 });
    await as(site, admin).write('DELETE', `_api/web/${address('KitRules')}/fields/getbyinternalnameortitle('Room')`);
    await as(site, admin).write('PATCH', `_api/web/roledefinitions/getbyname('Schoolgate Parent Read')`, {
      BasePermissions: { High: '0', Low: '1' },
    });
    expect(await mended(site)).toEqual(
      expect.arrayContaining([
        '  Set the permission level Schoolgate Parent Read back to what it should allow.',
        '  Set up Preferences (who reads which rows).',
        '  Add the column Room to Kit Rules.',
        `  Repair the column Rule of ${accessList.title} (index).`,
      ]),
    );
  });

  it('closes an empty list that has lost its own permissions', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    await as(site, admin).write('POST', `_api/web/${address('PupilHome')}/resetroleinheritance`);
    expect(await mended(site)).toContain('  Close Pupil Home: only the groups that belong there.');
  });

  it('closes a list that was open while it held rows, and says so loudly', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    await as(site, admin).write('POST', `_api/web/${address('PupilHome')}/items`, { Title: 'a row' });
    await as(site, admin).write('POST', `_api/web/${address('PupilHome')}/resetroleinheritance`);
    expect((await mended(site)).join('\n')).toContain(
      `CLOSE ${pupilHomeList.title} AGAIN: it has lost its own permissions while it held 1 rows.`,
    );
    expect(await grantsOn(site, 'PupilHome')).toEqual(['Schoolgate Owners: Full Control', 'Schoolgate Publisher: Full Control']);
  });

  it('takes somebody off a closed list who does not belong there', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    const staff = (await as(site, admin).read(`_api/web/sitegroups/getbyname('${siteGroups.staff.title}')`)) as { Id: number };
    await as(site, admin).write(
      'POST',
      `_api/web/${address('Access')}/roleassignments/addroleassignment(principalid=${staff.Id}, roledefid=1073741826)`,
    );
    expect(await mended(site)).toContain('  Take a group off Access that does not belong there.');
  });

  it('puts the dashboard back onto a home page without it, and leaves what the school put there', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    const pages = `lists/getbytitle('Site Pages')/items`;
    const { value } = (await as(site, admin).read(`_api/web/${pages}?$select=Id,FileLeafRef`)) as {
      value: { Id: number; FileLeafRef: string }[];
    };
    const home = value.find((page) => page.FileLeafRef === 'Home.aspx')?.Id ?? 0;
    const own = [
      {
        controlType: 4,
        id: 'b4c7d0a2-4f0e-4d7a-9a55-0d6f2d1c7e10',
        position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12, layoutIndex: 1 },
        innerHTML: '<p>Welcome</p>',
      },
    ];
    await as(site, admin).write('PATCH', `_api/web/${pages}(${home})`, { CanvasContent1: JSON.stringify(own) });
    expect(await mended(site)).toContain('  Add what is missing to the page Home.');
    const page = (await as(site, admin).read(`_api/web/${pages}(${home})?$select=CanvasContent1`)) as { CanvasContent1: string };
    expect(JSON.parse(page.CanvasContent1)).toMatchObject([
      { innerHTML: '<p>Welcome</p>' },
      { controlType: 3, position: { zoneIndex: 2 } },
    ]);
  });

  it('asks a person where a column has another type', async () => {
    const site = emptySite();
    await provisionTestSite(site);
    await as(site, admin).write('DELETE', `_api/web/${address('KitRules')}/fields/getbyinternalnameortitle('Room')`);
    await as(site, admin).write('POST', `_api/web/${address('KitRules')}/fields/createfieldasxml`, {
      parameters: { SchemaXml: '<Field Type="Number" Name="Room" DisplayName="Room" />', Options: 8 },
    });
    await expect(provisionTestSite(site)).rejects.toThrow('is of type Number and should be Text');
  });
});
