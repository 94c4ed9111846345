import type { Browser, Page } from 'playwright-core';
import { findings } from '../kit/axe';
import { desktop, launchBrowser, phone, settled, visit } from '../kit/browser';
import { samantha } from '../kit/runningSchool';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Where the text begins and ends, from both edges of the window, in CSS pixels. */
async function margins(page: Page): Promise<readonly number[]> {
  const box = await page.getByRole('heading', { level: 2 }).first().boundingBox();
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  return box ? [box.x, width - box.x - box.width] : [];
}

describe('the dashboard', () => {
  it.each([
    ['in a strong section', '/sites/school?section=strong', desktop],
    ['in a soft section on a phone', '/sites/school?section=soft', phone],
    ['in a third of a section', '/sites/school?column=third', desktop],
    ['in a full-width section', '/sites/school?column=fullwidth', desktop],
    ['on a full page', '/sites/school?host=fullpage', desktop],
    ["in a team's tab, dark", '/sites/team?host=teams-tab&theme=dark', phone],
    ["in a team's tab, high contrast", '/sites/team?host=teams-tab&theme=contrast', desktop],
    ['in the personal app of Teams', '/sites/team?host=teams-personal', phone],
    ["on another site's page", '/sites/team', desktop],
  ])('is there %s: axe finds nothing wrong, and no text stands at the edge of the window', async (_where, path, viewport) => {
    const { page, context, complaints } = await visit(browser, samantha, viewport, path);
    await settled(page);
    expect(await findings(page)).toEqual([]);
    expect(Math.min(...(await margins(page)))).toBeGreaterThanOrEqual(16);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('twice on a page asks the site once, and the chosen child is chosen in both', async () => {
    const asked: string[] = [];
    const { page, context } = await visit(browser, samantha, desktop, '/_local/people');
    page.on('request', (request) => {
      if (request.url().includes('/_api/')) asked.push(request.method());
    });
    await page.goto(new URL('/sites/school?twice', page.url()).href);
    await settled(page);
    expect(asked).toEqual(['POST', 'POST']);
    const jacks = page.getByRole('radio', { name: /^Jack/ });
    await jacks.first().check({ force: true });
    expect(await jacks.last().isChecked()).toBe(true);
    // Two parts of the same page have the same names: whoever places it twice wants that.
    expect((await findings(page)).filter((finding) => !finding.startsWith('landmark-unique'))).toEqual([]);
    await context.close();
  });

  it('follows when Teams changes its theme', async () => {
    const { page, context } = await visit(browser, samantha, desktop, '/sites/team?host=teams-tab');
    await settled(page);
    const text = (): Promise<string> =>
      page
        .getByRole('heading', { level: 2 })
        .first()
        .evaluate((heading) => getComputedStyle(heading).color);
    expect(await text()).toBe('rgb(36, 36, 36)');
    await page.evaluate(() => window.dispatchEvent(new CustomEvent('teamsThemeChange', { detail: 'dark' })));
    expect(await text()).toBe('rgb(255, 255, 255)');
    await context.close();
  });

  it("saves a parent's own order on the school's site, from another site's page", async () => {
    const { page, context } = await visit(browser, samantha, desktop, '/sites/team');
    await settled(page);
    await page.getByRole('button', { name: 'Change the order' }).click();
    await page
      .getByRole('button', { name: /^Move .* down$/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Save the order' }).click();
    await page.getByText('Your order is saved.').waitFor({ state: 'attached' });
    await context.close();
  });
});
