import { adultHomeList } from '../../src/lists/adultHome';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { csv } from '../kit/bundle';
import { emails, rowOf, smallSchool, type Cells, type FileName, type Tables } from '../kit/smallSchool';
import { pupilsSeenBy } from '../kit/siteState';
import { as } from '../kit/request';
import { schoolSite, stageApproved, stagedSchool, stageTables } from '../kit/stagedSite';
import { publishedOf } from '../kit/sentRequests';

const publisher = 'publisher@oakfield.example';

/** The file as text, changed: what the rows of a test cannot say. */
function damaged(tables: Tables, file: FileName, change: (text: string) => string) {
  const rows: readonly Cells[] = tables[file];
  const text = csv(rows, Object.keys(rows[0] ?? {}));
  const changed = change(text);
  if (changed === text) throw new Error('The file was not damaged');
  return { bundle: { bytes: { [file]: Buffer.from(changed) } } };
}

jest.setTimeout(60_000);

describe('a row that is broken', () => {
  it('of a pupil closes access and deletes nothing of theirs', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    const { summary } = await stageTables(
      site,
      tables,
      damaged(tables, 'pupils.csv', (text) => text.replace('Peregrinella,Marrowdale', 'Peregrinella,Marrowdale,Junior')),
    );
    expect(summary).toMatchObject({ exitCode: 1, findings: { 'ROW-03': 1 } });
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual(['P3']);
    expect(await pupilsSeenBy(site, publisher, pupilHomeList)).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(await pupilsSeenBy(site, publisher, pupilRecordsList)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  it('of a pupil without an id deletes nobody', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['pupils.csv'], { pupilId: 'P4' })['pupilId'] = '';
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, publisher, pupilHomeList)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  it('of a second link between adult and pupil refuses what the first would allow', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    tables['relationships.csv'].push({
      ...rowOf(tables['relationships.csv'], { contactId: 'C2' }),
      relationship: 'Father',
      courtOrder: 'Y',
    });
    await stageTables(
      site,
      tables,
      damaged(tables, 'relationships.csv', (text) => text.replace('P1,C2,Father', 'P1,C2,Father,see file')),
    );
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
  });

  it('of a contact still says that its e-mail stands for two people', async () => {
    const site = await schoolSite();
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C2' })['email'] = emails.mother;
    await stageTables(
      site,
      tables,
      damaged(tables, 'contacts.csv', (text) => text.replace('Bo,Brackenridge', 'Bo,Brackenridge,Esq')),
    );
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual([]);
  });
});

describe('a column that decides access', () => {
  const misspelt = ['portal_access', 'Portal Access', 'portal\u200bAccess', 'PortalAccess?'];

  it.each(misspelt)('stops the run where its name is written as %j', async (name) => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['relationships.csv'], { contactId: 'C2' })['portalAccess'] = 'N';
    const { summary } = await stageTables(
      site,
      tables,
      damaged(tables, 'relationships.csv', (text) => text.replace('portalAccess', name)),
    );
    expect(summary).toMatchObject({ exitCode: 2, findings: { 'PKG-22': 1 } });
    expect(publishedOf(site.sent)).toEqual([]);
  });
});

describe('an e-mail address', () => {
  it("that moves from one adult to another takes no sight of the first one's child with it, and none before that is approved", async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C4' })['email'] = emails.father;
    rowOf(tables['contacts.csv'], { contactId: 'C2' })['email'] = '';
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
    await stageApproved(site, tables);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual(['P3', 'P4']);
    expect(await as(site, emails.father).rows(adultHomeList, ['Payload'])).toHaveLength(1);
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual([]);
  });

  it("that two adults exchange closes both, and once that is approved each account sees what is the other's now", async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C4' })['email'] = emails.father;
    rowOf(tables['contacts.csv'], { contactId: 'C2' })['email'] = emails.other;
    const { summary } = await stageTables(site, tables);
    expect(summary).toMatchObject({ exitCode: 1, findings: { 'ASK-18': 2 }, waiting: 2 });
    for (const email of [emails.father, emails.other]) expect(await pupilsSeenBy(site, email, pupilHomeList)).toEqual([]);
    await stageApproved(site, tables);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual(['P3', 'P4']);
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual(['P1']);
    expect(await as(site, emails.other).rows(adultHomeList, ['AdultId'])).toHaveLength(1);
  });

  it('for which SharePoint finds another account lets that account in nowhere', async () => {
    const site = await schoolSite();
    const { summary } = await stageTables(
      {
        ...site,
        fetch: async (request) => {
          const body = await request.clone().text();
          if (!body.includes(emails.other)) return site.fetch(request);
          return site.fetch(
            new Request(request.url, {
              method: request.method,
              headers: request.headers,
              body: body.split(emails.other).join(emails.father),
            }),
          );
        },
      },
      smallSchool(),
    );
    expect(summary).toMatchObject({ exitCode: 1, problems: 0 });
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual(['P1']);
  });

  it("with an invisible character is refused, for it may be another adult's", async () => {
    const site = await schoolSite();
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C2' })['email'] = emails.mother.replace('@', '\u200b@');
    const { summary } = await stageTables(site, tables);
    expect(summary.findings['CON-10']).toBe(1);
    expect(summary.problems).toBe(0);
  });
});

describe('an adult', () => {
  it('who is gone from contacts.csv sees nothing, though their link is still there', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    tables['contacts.csv'] = tables['contacts.csv'].filter((row) => row['contactId'] !== 'C2');
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
    expect(await as(site, emails.father).rows(adultHomeList, ['Payload'])).toEqual([]);
  });

  it('loses nothing else, and no pupil is deleted, where the links of most families are gone', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    tables['relationships.csv'] = tables['relationships.csv'].filter((row) => row['contactId'] === 'C1');
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
    for (const other of [emails.father, emails.limited, emails.other])
      expect(await pupilsSeenBy(site, other, pupilRecordsList)).toEqual([]);
    expect(await pupilsSeenBy(site, publisher, pupilHomeList)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });
});

describe('a pupil who left and comes back', () => {
  it('is seen, once that is approved, by the adults of today and not by those of before', async () => {
    const site = await stagedSchool();
    const gone = smallSchool();
    rowOf(gone['pupils.csv'], { pupilId: 'P1' })['enrolStatus'] = 'left';
    await stageTables(site, gone);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
    const back = smallSchool();
    rowOf(back['relationships.csv'], { contactId: 'C2' })['courtOrder'] = 'Y';
    await stageTables(site, back);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P2']);
    await stageApproved(site, back);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
    expect(await pupilsSeenBy(site, emails.father, pupilRecordsList)).toEqual([]);
  });
});

describe('what staging never does after a refusal', () => {
  it('publishes nothing under a key that another run gave away in the meantime', async () => {
    const site = await schoolSite();
    let isFirst = true;
    const { summary } = await stageTables(
      {
        ...site,
        fetch: async (request) => {
          const isKeys = /SchoolgateKeys/i.test(request.url + (await request.clone().text())) && request.method === 'POST';
          if (isFirst && isKeys && /MisKey/.test(await request.clone().text()) && /POST \S+ HTTP/.test(await request.clone().text())) {
            isFirst = false;
            await stageTables(site, smallSchool());
          }
          return site.fetch(request);
        },
      },
      smallSchool(),
    );
    expect(summary.outcome).toBe('failed');
    expect(await as(site, emails.mother).rows(adultHomeList, ['Payload'])).toHaveLength(1);
    expect(await pupilsSeenBy(site, publisher, pupilHomeList)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });
});
