import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { installedBrowser } from '../../tools/findBrowser';
import { localAddress, schoolAddress } from './runningSchool';

/** A closed network makes Chromium's own background calls fail many at a time: they are switched off. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

export function launchBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  if (!executablePath) throw new Error('No browser was found. Set SCHOOLGATE_BROWSER to the path of Edge, Chrome or Chromium.');
  return chromium.launch({ executablePath, args: flags });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about in the console, and errors nobody caught. */
  readonly complaints: readonly string[];
}

/** Opens a page as somebody: the school's home page unless a path is named. */
export async function visit(browser: Browser, email: string, viewport = desktop, path = new URL(schoolAddress()).pathname): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(localAddress(`/_local/signin?as=${encodeURIComponent(email)}&to=${encodeURIComponent(path)}`));
  return { page, context, complaints };
}

/** Waits until the page shows what it has to show: panels, or words that say why there are none. */
export async function settled(page: Page): Promise<void> {
  const panels = page.getByRole('main').getByRole('heading', { level: 3 });
  const noChild = page.getByText(/No child is linked to your( own)? account/);
  const refused = page.getByRole('heading', { level: 1, name: 'You cannot open this page' });
  await panels.or(noChild).or(refused).first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
}
