import { admin, openTestSite, origin, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';

describe('a site with a list', () => {
  it('takes a list, fields and items from PnPjs and gives them back', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Notices', 'What is on', 100, false);
    const list = web.lists.getByTitle('Notices');
    await list.fields.addText('Key', { MaxLength: 50, Indexed: true });
    await list.fields.createFieldAsXml('<Field Type="Note" Name="Payload" DisplayName="Payload" />');
    const added = await list.items.add({ Title: 'Sports day', Key: 'a1', Payload: '{}' });
    expect(added).toMatchObject({ Title: 'Sports day', Key: 'a1', Id: 1 });
    const found = await list.items.filter("Key eq 'A1'").select('Title', 'FileRef', 'Author/Title').expand('Author')();
    expect(found).toEqual([
      expect.objectContaining({
        Title: 'Sports day',
        FileRef: '/sites/school/Lists/Notices/1_.000',
        Author: expect.objectContaining({ Title: 'Site Admin' }),
      }),
    ]);
    const etag = await list.items.getById(1).update({ Title: 'Sports week' });
    expect(etag.etag).toMatch(/^"[0-9a-f-]{36},2"$/);
    await expect(list.items.getById(1).update({ Title: 'x' }, '"1"')).rejects.toThrow(/412/);
  });

  it('takes attachments, and recycles them', async () => {
    const { web } = clientOf(openTestSite(), admin);
    await web.lists.add('Notices');
    const list = web.lists.getByTitle('Notices');
    const { Id } = await list.items.add({ Title: 'Trip' });
    const files = list.items.getById(Id).attachmentFiles;
    await files.add('letter.txt', 'Dear all');
    await files.getByName('letter.txt').recycle();
    expect(await files()).toEqual([]);
  });

  it('batches', async () => {
    const site = openTestSite();
    const sp = clientOf(site, admin);
    await sp.web.lists.add('Notices');
    const [batched, execute] = sp.batched();
    const list = batched.web.lists.getByTitle('Notices');
    const answers = [list.items.add({ Title: 'a' }), list.items.add({ Title: 'b' }), list.items.select('Title')()];
    await execute();
    expect(await answers[2]).toEqual([expect.objectContaining({ Title: 'a' }), expect.objectContaining({ Title: 'b' })]);
    await Promise.all(answers);
  });

  it('has pages that PnPjs writes', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    const page = await web.addClientsidePage('My-page', 'My page');
    await page.save();
    const read = await web.loadClientsidePage(`${siteUrl}/SitePages/My-page.aspx`);
    expect(read.title).toBe('My page');
    expect(await as(site, admin).get('SitePages/Home.aspx')).toMatchObject({ status: 200 });
    expect(origin).toContain('localhost');
  });
});
