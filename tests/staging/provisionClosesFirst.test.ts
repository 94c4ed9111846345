import { siteGroups } from '../../src/lists/permissions';
import { provision } from '../../staging/provision/provision';
import { keptReport } from '../kit/keptReport';
import { admin, siteAddress } from '../kit/localSite';
import { pageItem, pagesPath, parent, run, schoolWithParent, teacher } from '../kit/provisionedPages';
import { emptySite, type TestSite } from '../kit/provisionedSite';
import { as } from '../kit/request';

const head = 'head@oakfield.example';
const homeList = "getlist('/sites/school/Lists/PupilHome')";
const accessList = "getlist('/sites/school/Lists/Access')";
const pages = "getlist('/sites/school/SitePages')";

const asAdmin = (site: TestSite, path: string, body?: object) => as(site, admin).write('POST', `_api/web/${path}`, body);

/** Open again: a list and the page for staff. A group that does not belong there stands on another list. */
async function openedSchool(): Promise<TestSite> {
  const site = await schoolWithParent();
  const { Id } = await pageItem(site, 'For-staff');
  const staff = (await as(site, admin).read(`_api/web/sitegroups/getbyname('${siteGroups.staff.title}')`)) as { Id: number };
  await asAdmin(site, `${homeList}/resetroleinheritance`);
  await asAdmin(site, `${pages}/items(${Id})/resetroleinheritance`);
  await asAdmin(site, `${accessList}/roleassignments/addroleassignment(principalid=${staff.Id}, roledefid=1073741826)`);
  return site;
}

/** Provisioned by an account with Full Control that is no owner yet; then a list was opened. */
async function schoolOfHead() {
  const site = emptySite();
  const { Id } = (await asAdmin(site, 'ensureuser', { logonName: head })) as { Id: number };
  await asAdmin(site, `roleassignments/addroleassignment(principalid=${Id},roledefid=1073741829)`);
  const asHead = (owners: readonly string[]) =>
    provision({ siteUrl: siteAddress, token: `local:${head}`, fetch: site.fetch, owners, report: keptReport() });
  await asHead([]);
  await asAdmin(site, `${homeList}/resetroleinheritance`);
  return { site, asHead };
}

/** What some people can reach of it. */
async function reached(site: TestSite): Promise<readonly boolean[]> {
  const page = `_api/web/getfilebyserverrelativepath(decodedurl='${pagesPath}/For-staff.aspx')`;
  return Promise.all([
    isFound(site, parent, `_api/web/${homeList}`),
    isFound(site, parent, page),
    isFound(site, teacher, `_api/web/${accessList}`),
  ]);
}

async function isFound(site: TestSite, who: string, path: string): Promise<boolean> {
  return as(site, who)
    .read(path)
    .then(
      () => true,
      () => false,
    );
}

const open = [true, true, true];
const closed = [false, false, false];

describe('provisioning closes before all else what is open and should not be', () => {
  it('even where the site then refuses something else', async () => {
    const site = await openedSchool();
    expect(await reached(site)).toEqual(open);
    await as(site, admin).write('PATCH', `_api/web/sitegroups/getbyname('${siteGroups.staff.title}')`, {
      OnlyAllowMembersViewMembership: false,
    });
    site.local.faults.add({ match: { route: 'web/sitegroups', method: 'POST' }, answer: { status: 403 } });
    await expect(run(site)).rejects.toThrow('may not do that');
    expect(await reached(site)).toEqual(closed);
  });

  it('even where the rest cannot be planned, because a column has another type', async () => {
    const site = await openedSchool();
    const kitRules = "getlist('/sites/school/Lists/KitRules')";
    await as(site, admin).write('DELETE', `_api/web/${kitRules}/fields/getbyinternalnameortitle('Room')`);
    await asAdmin(site, `${kitRules}/fields/createfieldasxml`, {
      parameters: { SchemaXml: '<Field Type="Number" Name="Room" DisplayName="Room" />', Options: 8 },
    });
    await expect(run(site, [], true)).rejects.toThrow('is of type Number');
    expect(await reached(site)).toEqual(open);
    await expect(run(site)).rejects.toThrow('is of type Number');
    expect(await reached(site)).toEqual(closed);
  });

  it('and a page that is no canvas too, whose content it leaves alone', async () => {
    const site = await openedSchool();
    const { Id } = await pageItem(site, 'For-staff');
    await as(site, admin).write('PATCH', `_api/web/${pages}/items(${Id})`, { CanvasContent1: '<div>' });
    const told = await run(site);
    expect(told.join('\n')).toContain('CLOSE the page For staff AGAIN');
    expect(await reached(site)).toEqual(closed);
    expect((await pageItem(site, 'For-staff')).CanvasContent1).toBe('<div>');
  });

  it('without shutting out whoever provisions, and becomes an owner only by this run', async () => {
    const { site, asHead } = await schoolOfHead();
    await expect(asHead(['nobody@else.example', head])).rejects.toThrow();
    expect(await isFound(site, head, `_api/web/${homeList}`)).toBe(true);
    await asHead([head]);
    const { value } = (await as(site, admin).read(`_api/web/${homeList}/roleassignments?$expand=Member`)) as {
      value: readonly { Member: { Title: string } }[];
    };
    expect(value.map(({ Member }) => Member.Title).sort()).toEqual([siteGroups.owners.title, siteGroups.publisher.title]);
    expect((await asHead([head])).steps).toBe(0);
  });

  it('and gives back within the same run what closing gave to the account that provisions', async () => {
    const { asHead } = await schoolOfHead();
    await asHead([head]);
    expect((await asHead([head])).steps).toBe(0);
  });

  it('and says so first in the plan', async () => {
    const site = await openedSchool();
    await as(site, admin).write('PATCH', `_api/web/${pages}`, { DisableCommenting: false });
    const [, ...told] = await run(site);
    expect(told.map((line) => /^ {2}(close|take|switch)/i.exec(line)?.[1])).toEqual(['Close', 'Take', 'CLOSE', 'Switch', undefined]);
  });
});
