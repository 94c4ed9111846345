import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemoSchool } from '../samples/generate';
import { schoolNow, usualTimeZone } from '../src/domain/time/schoolTime';
import { createPageHost } from './pagehost/pageHost';
import { buildBundles } from './pagehost/runtimeFiles';
import { createLocalSite, type LocalSite } from './site';
import { openInBrowser } from './start/browser';
import { acquireLock } from './start/acquireLock';
import { adminEmail, publisherEmail, readAccounts } from './start/demoPeople';
import { fillSite } from './start/fillSite';
import { close, listen } from './start/listen';
import { readOptions, type StartOptions } from './start/options';
import { readFilled, startOver, writeFilled } from './start/progress';
import { asksForPage, startingPage } from './start/startingPage';
import { makeTeamSite } from './start/teamSite';

const root = join(__dirname, '..');
const home = '/sites/school';

/** Serves the demo school: opens the site, fills it where it is empty or from an earlier day, and tells where it is. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env, root);
  const { folder } = options;
  mkdirSync(folder, { recursive: true });
  const releaseLock = acquireLock(folder, options.port);
  let answer = async (_request: Request): Promise<Response> => startingPage();
  // The port first: nothing is deleted before it is certain that this school will be served.
  const server = await listen((request) => answer(request), options.port).catch((error: unknown) => {
    releaseLock();
    throw error;
  });
  if (options.fresh) {
    startOver(folder);
  }
  const site = createLocalSite({ database: join(folder, 'site.sqlite'), tenantProperties: { SchoolgateSite: home } });
  const pages = createPageHost(site, { root, home });
  answer = async (request) => (asksForPage(request) ? startingPage() : pages(request));
  const stop = async (): Promise<void> => {
    await close(server);
    site.close();
    releaseLock();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  await buildBundles(root);
  await fill(site, options);
  answer = pages;
  const address = `http://localhost:${options.port}${home}`;
  console.log(`Schoolgate is ready at ${address}`);
  console.log(`For 'schoolgate stage' here: SCHOOLGATE_TOKEN=local:${publisherEmail}, for 'schoolgate provision' local:${adminEmail}`);
  if (options.openBrowser) {
    openInBrowser(address);
  }
}

async function fill(site: LocalSite, { folder, port }: StartOptions): Promise<void> {
  const samples = join(folder, 'demo-school');
  const day = schoolNow(new Date(), usualTimeZone).date;
  const earlier = readFilled(folder);
  if (earlier?.day !== day) {
    console.log(earlier ? 'Bringing the demo school up to today' : 'Making the demo school (once, a minute or two)');
    await generateDemoSchool({ today: day, folder: samples, now: new Date() });
  }
  const accounts = readAccounts(samples);
  site.addAccounts(accounts);
  site.createSite({ url: home, title: 'Oakfield School', adminEmail });
  await makeTeamSite(site, `http://localhost:${port}`, home);
  if (earlier?.day !== day) {
    const siteUrl = `http://localhost:${port}${home}`;
    writeFilled(folder, await fillSite({ siteUrl, folder: samples, accounts, day, earlier }));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
