import type { LocalSite } from '../../localsite/site';
import { admin, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';
import { openPupilFolders } from '../kit/pupilFolders';

const file = `${siteUrl}/Shared%20Documents/guide.txt`;
const value = `_api/web/getfilebyserverrelativepath(decodedurl='${file}')`;

async function openLibrary(settings: Readonly<Record<string, boolean | number>>): Promise<LocalSite> {
  const { site, owner } = await openPupilFolders();
  const documents = owner.web.lists.getByTitle('Documents');
  await documents.update(settings);
  await documents.breakRoleInheritance(false, true);
  const grant = async (group: string, level: string) =>
    documents.roleAssignments.add(
      (await owner.web.siteGroups.getByName(group)()).Id,
      (await owner.web.roleDefinitions.getByName(level)()).Id,
    );
  await grant('A-k1', 'Read');
  await grant('A-k2', 'Contribute');
  await as(site, admin).send(
    `_api/web/getfolderbyserverrelativepath(decodedurl='${siteUrl}/Shared%20Documents')/files/addusingpath(decodedurl='guide.txt',overwrite=false)`,
    { method: 'POST', body: 'first' },
  );
  return site;
}

const write = (site: LocalSite, who: string, body: string) =>
  as(site, who).send(`${value}/$value`, { method: 'POST', body, headers: { 'X-HTTP-Method': 'PUT' } });

/** What a reader gets, at both addresses. */
async function read(site: LocalSite): Promise<readonly string[]> {
  return [(await as(site, people.ann).get(`${value}/$value`)).text, (await as(site, people.ann).get(file)).text];
}

describe('a file that somebody has checked out', () => {
  it('is theirs to change until they give it back, or it is taken from them', async () => {
    const site = await openLibrary({});
    const act = (who: string, what: string) => as(site, who).send(`${value}/${what}`, { method: 'POST' });
    expect((await act(people.ben, 'checkout')).status).toBe(200);
    expect((await write(site, admin, 'over it')).status).toBe(423);
    expect((await act(admin, 'checkout')).status).toBe(423);
    expect((await write(site, people.ben, 'mine')).status).toBe(204);
    expect((await act(admin, 'undocheckout')).status).toBe(200);
    expect((await write(site, admin, 'over it')).status).toBe(204);
  });

  it('is taken from them only by whoever may cancel a checkout', async () => {
    const site = await openLibrary({});
    const { web } = clientOf(site, admin);
    const grantTo = async (email: string, level: string) =>
      web.lists
        .getByTitle('Documents')
        .roleAssignments.add((await web.ensureUser(email)).Id, (await web.roleDefinitions.getByName(level)()).Id);
    await grantTo(people.cat, 'Edit');
    await grantTo(people.teacher, 'Design');
    const act = async (who: string, what: string) => (await as(site, who).send(`${value}/${what}`, { method: 'POST' })).status;
    await act(people.ben, 'checkout');
    expect(await act(people.cat, 'undocheckout')).toBe(423);
    expect(await act(people.teacher, 'undocheckout')).toBe(200);
  });

  it('keeps its uploads from those who may only read', async () => {
    const site = await openLibrary({});
    const upload = (who: string, what: string) =>
      as(site, who).send(
        `${value}/${what}(uploadid=guid'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'${what === 'finishupload' ? ',fileoffset=5' : ''})`,
        { method: 'POST', body: what === 'startupload' ? 'begun' : ' ended' },
      );
    await upload(people.ben, 'startupload');
    expect((await upload(people.ann, 'cancelupload')).status).toBe(403);
    await upload(people.ben, 'finishupload');
    expect(await read(site)).toEqual(['begun ended', 'begun ended']);
  });
});

describe('a draft of a file', () => {
  it('keeps its words from readers until it is published', async () => {
    const site = await openLibrary({ EnableMinorVersions: true, DraftVersionVisibility: 1 });
    const publish = () => as(site, admin).send(`${value}/publish(comment='')`, { method: 'POST' });
    await publish();
    expect(await read(site)).toEqual(['first', 'first']);
    await write(site, admin, 'second, unfinished');
    await write(site, admin, 'second');
    expect(await read(site)).toEqual(['first', 'first']);
    expect((await as(site, admin).get(`${value}/$value`)).text).toBe('second');
    await publish();
    expect(await read(site)).toEqual(['second', 'second']);
    await clientOf(site, admin).web.lists.getByTitle('Documents').items.getById(1).update({ Title: 'Only the title' });
    expect(await read(site)).toEqual(['second', 'second']);
  });

  it('keeps its words from readers until it is approved', async () => {
    const site = await openLibrary({ EnableModeration: true });
    expect(await read(site)).toEqual(['first', 'first']);
    await write(site, people.ben, 'not looked at yet');
    expect(await read(site)).toEqual(['first', 'first']);
    await clientOf(site, admin).web.lists.getByTitle('Documents').items.getById(1).update({ OData__ModerationStatus: 0 });
    expect(await read(site)).toEqual(['not looked at yet', 'not looked at yet']);
  });

  /** What a draft shows: to a reader, to somebody who may edit, to its author. */
  async function draftUnder(visibility: number): Promise<readonly string[]> {
    const site = await openLibrary({ EnableMinorVersions: true, DraftVersionVisibility: visibility });
    await as(site, admin).send(`${value}/publish(comment='')`, { method: 'POST' });
    await write(site, admin, 'second');
    const texts = [people.ann, people.ben, admin].map(async (who) => (await as(site, who).get(`${value}/$value`)).text);
    return Promise.all(texts);
  }

  it.each([
    ['any reader', 0, ['second', 'second', 'second']],
    ['those who may edit', 1, ['first', 'second', 'second']],
    ['approvers and its author', 2, ['first', 'first', 'second']],
  ])('can be for %s', async (_whom, visibility, texts) => {
    expect(await draftUnder(visibility)).toEqual(texts);
  });

  it('is for its author where only approvers see the drafts of others', async () => {
    const site = await openLibrary({ EnableMinorVersions: true, DraftVersionVisibility: 2 });
    const folder = `_api/web/getfolderbyserverrelativepath(decodedurl='${siteUrl}/Shared%20Documents')`;
    const own = `_api/web/getfilebyserverrelativepath(decodedurl='${siteUrl}/Shared%20Documents/own.txt')/$value`;
    await as(site, people.ben).send(`${folder}/files/addusingpath(decodedurl='own.txt',overwrite=false)`, {
      method: 'POST',
      body: 'begun',
    });
    expect([(await as(site, people.ben).get(own)).text, (await as(site, admin).get(own)).text]).toEqual(['begun', 'begun']);
    expect((await as(site, people.ann).get(own)).status).toBe(404);
  });
});
