import { provision } from '../../staging/provision/provision';
import { streamReport } from '../../staging/report';
import { stage } from '../../staging/stage/stage';
import { adminEmail, headEmail, publisherEmail, staffEmails, type DemoAccount } from './demoPeople';
import type { Filled } from './progress';
import { seedLists } from './seedLists';

export interface Filling {
  readonly siteUrl: string;
  /** Where the demo school's export lies. */
  readonly folder: string;
  readonly accounts: readonly DemoAccount[];
  readonly day: string;
  readonly earlier: Filled | undefined;
}

/** Makes the site a school: provisions it, publishes the export as the nightly task would, types what staff type. */
export async function fillSite({ siteUrl, folder, accounts, day, earlier }: Filling): Promise<Filled> {
  const report = streamReport(process.stdout);
  await provision({
    siteUrl,
    token: `local:${adminEmail}`,
    owners: [adminEmail],
    publisher: [publisherEmail],
    staff: staffEmails(accounts),
    report
  });
  await stage({ folder, siteUrl, token: `local:${publisherEmail}`, report });
  report.line('Writing notices, kit rules and the glossary.');
  const seeded = await seedLists(folder, siteUrl, headEmail(accounts), earlier?.seeded ?? {});
  return { day, seeded };
}
