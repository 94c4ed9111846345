import { join } from 'node:path';
import { readPageDefinitions } from '../../sharepoint/pages/definition';
import { provision } from '../../staging/provision/provision';
import { streamReport, type Report } from '../../staging/report';
import { stage } from '../../staging/stage/stage';
import { adminEmail, headEmail, publisherEmail, staffEmails, type DemoAccount } from './demoPeople';
import { enterHelpContact } from './helpContact';
import type { Filled } from './progress';
import { seedLists } from './seedLists';

/** Pages of the demo school's classes. */
const demoPagesFolder = join(__dirname, '../../samples/pages');

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
  await withQuietReport(async (report) => {
    await provision({
      siteUrl,
      pages: readPageDefinitions(demoPagesFolder),
      token: `local:${adminEmail}`,
      owners: [adminEmail],
      publisher: [publisherEmail],
      staff: staffEmails(accounts),
      report,
    });
    const options = { folder, siteUrl, token: `local:${publisherEmail}`, report };
    const first = await stage(options);
    // The demo school invents its past anew every day. Where that is out of the ordinary, nobody has to be asked: it is right.
    const { exitCode } = first.token === null ? first : await stage({ ...options, approve: first.token });
    if (exitCode > 1) {
      throw new Error('The demo school could not be published.');
    }
  });
  if (!earlier) {
    await enterHelpContact(siteUrl);
  }
  const seeded = await seedLists(folder, siteUrl, headEmail(accounts), earlier?.seeded ?? {});
  return { day, seeded };
}

/** Shows how far the work is; what it says at length (the demo's export has findings on purpose) only when it fails. */
async function withQuietReport(work: (report: Report) => Promise<void>): Promise<void> {
  const { progress, log } = streamReport(process.stdout);
  const lines: string[] = [];
  try {
    await work({ progress, log: (text) => lines.push(text) });
  } catch (error) {
    lines.forEach(log);
    throw error;
  }
}
