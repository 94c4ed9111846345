import type { Browser } from 'playwright-core';
import { findings } from '../kit/axe';
import { desktop, launchBrowser, phone, settled, visit } from '../kit/browser';
import { admin } from '../kit/localSite';
import { samantha } from '../kit/runningSchool';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('axe finds nothing wrong', () => {
  it.each([
    ['a desk', desktop],
    ['a phone', phone],
    ['a very small phone', { width: 320, height: 640 }],
  ])("with Samantha's page on %s", async (_where, viewport) => {
    const { page, context } = await visit(browser, samantha, viewport);
    await settled(page);
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  it("with one child's page, everything opened", async () => {
    const { page, context } = await visit(browser, samantha);
    await settled(page);
    await page.getByRole('radio', { name: /^Jack/ }).check({ force: true });
    await settled(page);
    const closed = page.getByRole('main').locator('button[aria-expanded="false"]:not([disabled])');
    for (let left = await closed.count(); left > 0; left = await closed.count()) await closed.first().click();
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  it('while areas are put in order', async () => {
    const { page, context } = await visit(browser, samantha, phone);
    await settled(page);
    await page.getByRole('button', { name: 'Change the order' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'The order of this page' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  it("with our field of SharePoint's property pane", async () => {
    const { page, context } = await visit(browser, admin);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page
      .getByRole('button', { name: /^Edit properties/ })
      .first()
      .click();
    await page.getByRole('checkbox', { name: 'Results' }).waitFor();
    expect(await findings(page, 'fieldset')).toEqual([]);
    await context.close();
  });

  it.each([
    ['an adult to whom nothing is shared', 'pawel.wisniewski@family.example'],
    ['a grandparent with some areas', 'margaret.ellis@family.example'],
    ['staff without a child', 'p.lovell@oakfield.example'],
  ])('with what %s sees', async (_who, email) => {
    const { page, context } = await visit(browser, email);
    await settled(page);
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  it('with forced colours', async () => {
    const { page, context } = await visit(browser, samantha);
    await page.emulateMedia({ forcedColors: 'active' });
    await settled(page);
    expect(await findings(page)).toEqual([]);
    await context.close();
  });
});
