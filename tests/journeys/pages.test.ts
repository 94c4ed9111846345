import type { Browser } from 'playwright-core';
import { launchBrowser, phone, visit } from '../kit/browser';
import { admin } from '../kit/localSite';
import { as } from '../kit/request';
import { localAddress, runningSchool, samantha, schoolAddress } from '../kit/runningSchool';

const teacher = 'a.kapoor@oakfield.example';
const pages = `${new URL(schoolAddress()).pathname}/SitePages`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The texts of the links and headings in the site's navigation. */
async function navigationOf(email: string): Promise<readonly string[]> {
  const { page, context } = await visit(browser, email);
  const links = page.getByRole('navigation', { name: 'Site' }).locator('a, summary');
  const texts = await links.evaluateAll((found) => found.map((one) => one.textContent ?? ''));
  await context.close();
  return texts;
}

describe('the pages of the school', () => {
  it("lead a parent to the home page and the classes' pages, and to nothing that is for staff", async () => {
    expect(await navigationOf(samantha)).toEqual(['Home', 'Classes', 'Form 7A', '8B Food and nutrition']);
    const { page, context } = await visit(browser, samantha, phone);
    await page.getByText('Classes', { exact: true }).click();
    await page.getByRole('link', { name: '8B Food and nutrition' }).click();
    await page.getByRole('heading', { level: 1, name: '8B Food and nutrition' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await context.close();
  });

  it('answer a parent at the address of the staff page, or of a template, as if there were none', async () => {
    const { page, context } = await visit(browser, samantha);
    for (const file of ['For-staff.aspx', 'Templates/Class-page-template.aspx', 'Never-was.aspx']) {
      const response = await page.goto(localAddress(`${pages}/${file}`));
      expect([file, response?.status()]).toEqual([file, 404]);
      const hidden = await as(runningSchool(), samantha).get(`_api/web/getfilebyserverrelativepath(decodedurl='${pages}/${file}')`);
      expect([file, hidden.status]).toEqual([file, 404]);
    }
    await context.close();
  });

  it('lead staff to the page that says how to write a notice', async () => {
    expect(await navigationOf(teacher)).toEqual(['Home', 'Classes', 'Form 7A', '8B Food and nutrition', 'For staff']);
    const { page, context } = await visit(browser, teacher);
    await page.getByRole('link', { name: 'For staff' }).click();
    await page.getByRole('heading', { name: 'Write a notice' }).waitFor();
    expect(await page.getByRole('link', { name: 'For staff' }).getAttribute('aria-current')).toBe('page');
    await context.close();
  });
});

describe('a teacher who copies a template', () => {
  it('gets a page of their own, which parents can open once it is saved', async () => {
    const { page, context, complaints } = await visit(browser, teacher);
    await page.getByText('New page from a template').click();
    await page.getByRole('link', { name: 'Class page (template)' }).click();
    // The script that copies has begun when the web parts' runtime has.
    await page.waitForLoadState('networkidle');
    await page.getByRole('textbox', { name: 'Title of the new page' }).fill('Form 9B');
    await page.getByRole('button', { name: 'Copy this page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Form 9B' }).waitFor();
    const address = `${pages}/Form-9B.aspx`;
    const file = `_api/web/getfilebyserverrelativepath(decodedurl='${address}')`;
    expect((await as(runningSchool(), samantha).get(file)).status).toBe(404);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();

    const parent = await visit(browser, samantha);
    await parent.page.goto(localAddress(address));
    await parent.page.getByRole('heading', { name: 'How you can help at home' }).waitFor();
    await parent.context.close();
    const template = await as(runningSchool(), admin).get(
      `_api/web/getfilebyserverrelativepath(decodedurl='${pages}/Templates/Class-page-template.aspx')`,
    );
    expect(template.status).toBe(200);
  });
});
