/**
 * Takes the pictures in docs/images from a running demo school: `npm start -- --no-open`, then `npm run screenshots`.
 * PORT as for npm start.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from './findBrowser';

const folder = join(__dirname, '..', 'docs', 'images');
const origin = `http://localhost:${process.env['PORT'] ?? '4321'}`;
const home = '/sites/school';

interface Picture {
  readonly file: string;
  readonly email: string;
  readonly width: number;
  readonly height: number;
  readonly prepare?: (page: Page) => Promise<void>;
}

const samantha = 'samantha.smith@family.example';

const pictures: readonly Picture[] = [
  { file: 'dashboard.png', email: samantha, width: 1280, height: 1000 },
  {
    file: 'dashboard-phone.png',
    email: samantha,
    width: 390,
    height: 1100,
    prepare: async (page) => {
      await page.getByRole('radio', { name: /^Emily/ }).check({ force: true });
      await page.getByText(/^Emily Smith, Year/).waitFor();
    },
  },
  { file: 'no-child.png', email: 'a.kapoor@oakfield.example', width: 1280, height: 600 },
  { file: 'property-pane.png', email: 'admin@oakfield.example', width: 1280, height: 900, prepare: openPropertyPane },
];

async function openPropertyPane(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page
    .getByRole('button', { name: /^Edit properties/ })
    .first()
    .click();
  await page.getByRole('region', { name: 'Web part properties' }).getByRole('textbox', { name: 'Title' }).waitFor();
}

async function take(browser: Browser, picture: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: picture.width, height: picture.height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${origin}/_local/signin?as=${encodeURIComponent(picture.email)}&to=${home}`);
  await page
    .getByRole('main')
    .getByRole('heading', { level: 3 })
    .or(page.getByText(/No child is linked/))
    .first()
    .waitFor();
  await picture.prepare?.(page);
  await page.waitForLoadState('networkidle');
  // The bar with which one becomes somebody else belongs to the demo, not to the product.
  await page.addStyleTag({ content: '.demoBar { display: none }' });
  await page.screenshot({ path: join(folder, picture.file) });
  await context.close();
  console.log(`docs/images/${picture.file}`);
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findBrowser(console.log),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  for (const picture of pictures) await take(browser, picture);
  await browser.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
