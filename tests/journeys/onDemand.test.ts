import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, phone, settled, visit } from '../kit/browser';
import { admin } from '../kit/localSite';
import { samantha, schoolAddress } from '../kit/runningSchool';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const changeButton = (page: Page): Locator => page.getByRole('button', { name: 'Change the order' });
const dialogHeading = (page: Page): Locator => page.getByRole('dialog').getByRole('heading', { name: 'The order of this page' });

function requestsOf(page: Page): string[] {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  return addresses;
}

const isFluent = (address: string): boolean => /vendor-fluent/.test(address);

describe('a parent on a phone', () => {
  it("fetches Fluent UI when the order's dialog is opened, not before, and nothing from outside the school's site", async () => {
    const { page, context } = await visit(browser, samantha, phone);
    const addresses = requestsOf(page);
    await page.reload();
    await settled(page);
    // Our page host says so before it starts; SharePoint may not.
    await page.evaluate(() => Object.assign(window, { FabricConfig: undefined }));
    expect(addresses.filter(isFluent)).toEqual([]);
    await changeButton(page).click();
    await dialogHeading(page).waitFor();
    expect(addresses.filter(isFluent)).toHaveLength(1);
    const site = new URL(schoolAddress()).origin;
    expect(addresses.filter((address) => !address.startsWith(site))).toEqual([]);
    await context.close();
  });

  it('has a dialog as large as the screen, which keeps the focus until Escape gives it back', async () => {
    const { page, context } = await visit(browser, samantha, phone);
    await settled(page);
    await changeButton(page).press('Enter');
    await dialogHeading(page).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'The order of this page');
    const buttons = await page.getByRole('dialog').getByRole('button').count();
    for (let pressed = 0; pressed < buttons + 2; pressed += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
    }
    const box = await dialogHeading(page).locator('xpath=ancestor::*[@lang][1]').boundingBox();
    expect(box).toEqual({ x: 0, y: 0, ...phone });
    await page.keyboard.press('Escape');
    await dialogHeading(page).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Change the order');
    await context.close();
  });

  it("sees the dialog in the colours of the web part's section", async () => {
    const { page, context } = await visit(browser, samantha, phone);
    await settled(page);
    await changeButton(page).evaluate((button) => {
      const webPart = button.closest<HTMLElement>('[style*="--schoolgate-text"]');
      webPart?.style.setProperty('--schoolgate-page', 'rgb(0, 51, 102)');
      webPart?.style.setProperty('--schoolgate-text', 'rgb(255, 255, 255)');
      webPart?.style.setProperty('--schoolgate-page-text', 'rgb(255, 255, 255)');
    });
    await changeButton(page).click();
    const colours = await dialogHeading(page).evaluate((heading) => {
      const dialog = heading.closest('[lang]') ?? heading;
      return [getComputedStyle(heading).color, getComputedStyle(dialog).backgroundColor];
    });
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 51, 102)']);
    await context.close();
  });

  it('is told when the dialog cannot be fetched, and can try again', async () => {
    const { page, context } = await visit(browser, samantha, phone);
    await settled(page);
    await page.route(/order-dialog/, (route) => route.abort());
    await changeButton(page).click();
    await page.getByText('This could not be opened. Check your connection, then try again.').waitFor();
    await page.unroute(/order-dialog/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await dialogHeading(page).waitFor();
    await page.keyboard.press('Escape');
    await dialogHeading(page).waitFor({ state: 'detached' });
    expect(await page.getByText('This could not be opened.').count()).toBe(0);
    await context.close();
  });
});

describe('an editor in the property pane', () => {
  it('fetches the field for staff, puts areas in order by keyboard and sees it in the colours of the site', async () => {
    const { page, context } = await visit(browser, admin);
    const addresses = requestsOf(page);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page
      .getByRole('button', { name: /^Edit properties/ })
      .first()
      .click();
    const down = page.getByRole('button', { name: 'Move down: Attendance' });
    await down.press('Enter');
    await page.getByText(/^Attendance is now 3 of /).waitFor({ state: 'attached' });
    expect(await down.evaluate((button) => button === document.activeElement)).toBe(true);
    const ticked = page.getByRole('checkbox', { name: 'Attendance' });
    await ticked.focus();
    await page.keyboard.press('Space');
    expect(await ticked.isChecked()).toBe(false);
    const site = await page.evaluate(() => getComputedStyle(document.querySelector('header') ?? document.body).backgroundColor);
    const other = page.getByRole('button', { name: /^Move down: / }).first();
    expect(await other.evaluate((button) => getComputedStyle(button).color)).toBe(site);
    expect(addresses.filter(isFluent).length).toBeGreaterThan(0);
    await context.close();
  });
});
