import { parseSiteAddress } from '../../src/webparts/hosting/siteAddress';

const origin = 'https://oakfield.sharepoint.com';
const read = (typed: string): unknown => parseSiteAddress(typed, origin);

describe("the address of the school's site", () => {
  it.each([
    ['/sites/school', '/sites/school'],
    [' /sites/school/ ', '/sites/school'],
    ['https://oakfield.sharepoint.com/sites/school', '/sites/school'],
    ['HTTPS://Oakfield.SharePoint.com/sites/School', '/sites/School'],
    ['/sites/trust/oakfield', '/sites/trust/oakfield'],
    ['/teams/Year7', '/teams/Year7'],
    ['/sites/our%20school', '/sites/our school'],
    ['https://oakfield.sharepoint.com/', '/'],
    ['/', '/'],
    ['/sites/lists', '/sites/lists'],
    ['/sites/lists/Lists/Notices', '/sites/lists'],
    ['/SitePages/Home.aspx', '/'],
  ])('is read from %j', (typed, path) => {
    expect(read(typed)).toEqual({ ok: true, path });
  });

  it.each([
    '/sites/school/SitePages/Home.aspx',
    '/sites/school/Lists/Notices/AllItems.aspx?viewid=1',
    '/sites/school/_layouts/15/viewlsts.aspx#top',
  ])('is that of the site when a place on it was pasted: %s', (typed) => {
    expect(read(typed)).toEqual({ ok: true, path: '/sites/school' });
  });

  it('may be left out', () => {
    expect(read('  ')).toEqual({ ok: true, path: undefined });
  });

  it.each([
    'https://elsewhere.sharepoint.com/sites/school',
    'https://oakfield-my.sharepoint.com/sites/school',
    'http://oakfield.sharepoint.com/sites/school',
  ])('is of the same tenant: not %s', (typed) => {
    expect(read(typed)).toEqual({ ok: false, reason: 'other tenant' });
  });

  it.each([
    'sites/school',
    '//elsewhere.example/sites/school',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/somewhere',
    '/sites',
    '/sites/%E0%A4',
    '/sites/a"b',
    '/sites/school/..%2f..%2felsewhere',
    '/sites/..%2fschool',
    '/sites/school%2f.',
  ])('is that of a site: not %s', (typed) => {
    expect(read(typed)).toEqual({ ok: false, reason: 'no site' });
  });
});
