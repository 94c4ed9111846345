import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, visit } from '../kit/browser';
import { admin } from '../kit/localSite';
import { samantha } from '../kit/runningSchool';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPane(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page
    .getByRole('button', { name: /^Edit properties/ })
    .first()
    .click();
  await pane(page).getByRole('textbox', { name: 'Title' }).waitFor();
}

function pane(page: Page): Locator {
  return page.getByRole('region', { name: 'Web part properties' });
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).waitFor();
}

describe('an editor of the page', () => {
  it("changes the title in SharePoint's own property pane: it shows at once, and parents see it after saving", async () => {
    const { page, context } = await visit(browser, admin);
    await openPane(page);
    await pane(page).getByRole('textbox', { name: 'Title' }).fill('Our children at Oakfield');
    await page.getByRole('main').locator('input[value="Our children at Oakfield"]').waitFor();
    await save(page);
    const parent = await visit(browser, samantha);
    await parent.page.getByRole('heading', { name: 'Our children at Oakfield' }).waitFor();
    await parent.context.close();
    await context.close();
  });

  it('hides an area and gives a help contact that people without a child see', async () => {
    const { page, context } = await visit(browser, admin);
    await openPane(page);
    await pane(page).getByText('Results', { exact: true }).click();
    expect(await pane(page).getByRole('checkbox', { name: 'Results' }).isChecked()).toBe(false);
    await pane(page).getByRole('textbox', { name: 'Who helps parents?' }).fill('office@oakfield.example');
    await save(page);
    await context.close();

    const parent = await visit(browser, samantha);
    await parent.page.getByRole('radio', { name: /^Emily/ }).waitFor({ state: 'attached' });
    const headings = await parent.page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts();
    expect(headings.join('\n')).not.toMatch(/Results/);
    await parent.context.close();

    const nobody = await visit(browser, 'a.kapoor@oakfield.example');
    await nobody.page.getByRole('link', { name: 'office@oakfield.example' }).waitFor();
    await nobody.context.close();
  });

  it('is the only one who is offered to edit', async () => {
    const { page, context } = await visit(browser, samantha);
    await page.getByRole('radio', { name: /^Emily/ }).waitFor({ state: 'attached' });
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0);
    await context.close();
  });
});
