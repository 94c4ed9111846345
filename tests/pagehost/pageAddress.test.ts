import { pageAddress } from '../../localsite/pagehost/pageAddress';

describe('the address of a page', () => {
  it('names a page of a site', () => {
    expect(pageAddress('/sites/school/SitePages/Timetable.aspx')).toEqual({
      web: '/sites/school',
      page: '/sites/school/SitePages/Timetable.aspx',
    });
  });

  it('names a page of a subsite', () => {
    expect(pageAddress('/sites/school/history/SitePages/Home.aspx')).toEqual({
      web: '/sites/school/history',
      page: '/sites/school/history/SitePages/Home.aspx',
    });
  });

  it('means the home page where only the site is named', () => {
    expect(pageAddress('/sites/school/')).toEqual({ web: '/sites/school', page: '/sites/school/SitePages/Home.aspx' });
  });

  it.each([
    '/sites/school/_api/web',
    '/sites/school/_api/web/lists',
    '/sites/school/_layouts/15/spwebworkerproxy.ashx',
    '/sites/school/Shared Documents/letter.pdf',
    '/_local/people',
    '/sites/school/%E0%A4',
    '/',
  ])('leaves %s to others', (path) => {
    expect(pageAddress(path)).toBeUndefined();
  });
});
