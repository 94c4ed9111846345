import { createLocalSite, type LocalSite, type LocalSiteOptions } from '../../localsite/site';

export const origin = 'http://localhost:4321';
/** Server-relative, as SharePoint's own addresses of lists begin. */
export const siteUrl = '/sites/school';
export const siteAddress = origin + siteUrl;
export const admin = 'admin@oakfield.example';
export const publisher = 'publisher@oakfield.example';

/** The people of the tests: invented, and named for what they are. */
export const people = {
  ann: 'ann@family.example',
  ben: 'ben@family.example',
  cat: 'cat@family.example',
  teacher: 'teacher@oakfield.example',
} as const;

/** A site collection with its people, in memory unless a file is named. */
export function openTestSite(options: Partial<LocalSiteOptions> = {}): LocalSite {
  const site = createLocalSite({ database: ':memory:', ...options });
  site.addAccounts([
    { email: admin, name: 'Site Admin', isGuest: false },
    { email: publisher, name: 'Publisher', isGuest: false },
    { email: people.teacher, name: 'Terry Teacher', isGuest: false },
    { email: people.ann, name: 'Ann Adult', isGuest: true },
    { email: people.ben, name: 'Ben Adult', isGuest: true },
    { email: people.cat, name: 'Cat Adult', isGuest: true },
  ]);
  site.createSite({ url: siteUrl, title: 'Oakfield School', adminEmail: admin });
  return site;
}
