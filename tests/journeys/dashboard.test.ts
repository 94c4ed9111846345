import type { Browser, Page } from 'playwright-core';
import * as v from 'valibot';
import { launchBrowser, phone, settled, visit } from '../kit/browser';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { admin } from '../kit/localSite';
import { as } from '../kit/request';
import { demoPeople, localAddress, runningSchool, samantha, schoolAddress, type Person } from '../kit/runningSchool';

let browser: Browser;
let people: readonly Person[];
let everyPupil: readonly string[];
let latestRegister = '';

const homeRow = v.object({ PupilKey: v.nullable(v.string()), Payload: v.nullable(v.string()) });
const named = v.object({
  pupil: v.object({ forename: v.string(), surname: v.string() }),
  recentAttendance: v.array(v.object({ date: v.string() })),
});

beforeAll(async () => {
  browser = await launchBrowser();
  people = await demoPeople();
  const homes = await as(runningSchool(), admin).rows(pupilHomeList, ['PupilKey', 'Payload']);
  everyPupil = v.parse(v.array(homeRow), homes).flatMap((row) => {
    if (row.Payload === null) return [];
    const { pupil, recentAttendance } = v.parse(named, JSON.parse(row.Payload));
    latestRegister = [latestRegister, ...recentAttendance.map(({ date }) => date)].sort().pop() ?? '';
    return [`${pupil.forename} ${pupil.surname}`];
  });
});

afterAll(() => browser.close());

/** What the page says once it has its answer. */
async function dashboardText(page: Page): Promise<string> {
  await settled(page);
  return page.getByRole('main').innerText();
}

function forename(fullName: string): string {
  return fullName.split(' ')[0] ?? '';
}

describe('Samantha Smith', () => {
  it("sees her three children and nobody else's, and the browser has nothing to complain about", async () => {
    const { page, context, complaints } = await visit(browser, samantha);
    const text = await dashboardText(page);
    const choices = await page
      .getByRole('group', { name: 'Choose a child' })
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.getAttribute('aria-label')));
    expect(choices).toHaveLength(4);
    for (const child of ['Emily', 'Jack', 'Oliver']) expect(choices.join()).toContain(child);
    for (const pupil of everyPupil.filter((name) => !name.endsWith(' Smith'))) expect(text).not.toContain(pupil);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('gets her first screen with one request for data', async () => {
    const { page, context } = await visit(browser, samantha);
    await dashboardText(page);
    const calls: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/_api/')) calls.push(request.url());
    });
    // The first answer is held back for as long as the page asks for nothing else: content after one request needs no second.
    await page.route(/\$batch/, async (route) => {
      if (calls.filter((url) => url.includes('$batch')).length === 1) await route.continue();
    });
    await page.reload();
    await page.getByRole('radio', { name: /^Emily/ }).waitFor({ state: 'attached' });
    await page
      .getByRole('button', { name: /^See all lessons$|lessons as usual/ })
      .or(page.getByText('There are no lessons'))
      .first()
      .waitFor();
    expect(calls.filter((url) => !url.includes('$batch') && !/GetClientSideComponents/i.test(url))).toEqual([]);
    await context.close();
  });

  it('chooses a child with the keyboard and then sees that child only', async () => {
    const { page, context } = await visit(browser, samantha, phone);
    await dashboardText(page);
    await page.getByRole('radio', { name: 'All children' }).focus();
    await page.keyboard.press('ArrowDown');
    const chosen = forename((await page.getByRole('radio', { checked: true }).getAttribute('aria-label')) ?? '').replace(',', '');
    expect(['Emily', 'Jack', 'Oliver']).toContain(chosen);
    await page.getByText(new RegExp(`^${chosen} Smith, Year \\d+, form`)).waitFor();
    const text = await dashboardText(page);
    const others = ['Emily', 'Jack', 'Oliver'].filter((name) => name !== chosen);
    const panels = text.slice(text.indexOf(`${chosen} Smith`));
    for (const other of others) expect(panels).not.toContain(other);
    await context.close();
  });

  it('keeps the order of areas that she chose', async () => {
    const { page, context } = await visit(browser, samantha);
    await dashboardText(page);
    await page.getByRole('button', { name: 'Change the order' }).click();
    const up = page.getByRole('button', { name: /^Move Notices.* up$/ });
    while (await up.isEnabled()) await up.click();
    await page.getByRole('button', { name: 'Save the order' }).click();
    await page.getByText('Your order is saved.').waitFor();
    await page.reload();
    await dashboardText(page);
    expect(await page.getByRole('main').getByRole('heading', { level: 3 }).first().innerText()).toMatch(/Notices/);
    await context.close();
  });

  it('has a page of at most 2,400 pixels on a phone, on the evening of a school day', async () => {
    const { page, context } = await visit(browser, samantha, phone);
    // The latest day of the register: a school day, whichever day the demo school was made on.
    await page.clock.setFixedTime(`${latestRegister}T19:00:00Z`);
    await page.reload();
    await dashboardText(page);
    await page
      .getByText(/^Checked /)
      .first()
      .waitFor();
    const dashboard = page
      .getByRole('main')
      .locator('[lang]')
      .filter({ has: page.getByRole('heading', { level: 2 }) })
      .last();
    const box = await dashboard.boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    expect(box?.height).toBeGreaterThan(1000);
    expect(box?.height).toBeLessThanOrEqual(2400);
    await context.close();
  });

  it('reads everything on a phone 320 pixels wide without scrolling sideways', async () => {
    const { page, context } = await visit(browser, samantha, { width: 320, height: 700 });
    await dashboardText(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
  });
});

describe('everybody in the demo school', () => {
  it('sees exactly the children the school meant them to see', async () => {
    for (const person of people) {
      const { page, context } = await visit(browser, person.email);
      const text = await dashboardText(page);
      if (person.children.length === 0) {
        // Adults to whom nothing is shared are not let onto the site at all; staff are, and have no child there.
        const words = person.email.endsWith('@oakfield.example') ? 'No child is linked to your account' : 'You cannot open this page';
        expect([person.role, text]).toEqual([person.role, expect.stringContaining(words)]);
      }
      for (const child of person.children) expect([person.role, text]).toEqual([person.role, expect.stringContaining(forename(child))]);
      const strangers = everyPupil.filter((pupil) => !person.children.includes(pupil) && pupil !== person.name && text.includes(pupil));
      expect([person.role, strangers]).toEqual([person.role, []]);
      await context.close();
    }
  }, 600_000); // forty people, a page each

  it('sees only the shared areas of a grandchild', async () => {
    const grandparent = people.find((person) => person.role === 'grandparent');
    const { page, context } = await visit(browser, grandparent?.email ?? '');
    const text = await dashboardText(page);
    expect(text).toContain('Calendar of this half-term');
    expect(text).toContain('The school does not share this with you.');
    await context.close();
  });
});

describe("when the school's site does not answer", () => {
  /** Somebody no other journey is made as, because journeys share the school. */
  const person = 'david.smith@family.example';

  async function withFault(answer: { readonly status: number } | 'drop', check: (page: Page) => Promise<void>): Promise<void> {
    const faults = localAddress('/_local/faults');
    const headers = { authorization: `Bearer local:${admin}`, 'content-type': 'application/json' };
    await fetch(faults, { method: 'POST', headers, body: JSON.stringify({ match: { user: person, route: '$batch' }, answer }) });
    try {
      const { page, context } = await visit(browser, person);
      await check(page);
      await context.close();
    } finally {
      await fetch(faults, { method: 'DELETE', headers });
    }
  }

  it('says so in words and gets everything at the next try', async () => {
    await withFault({ status: 500 }, async (page) => {
      await page.getByText('Something went wrong on our side').waitFor({ timeout: 60_000 });
      await fetch(localAddress('/_local/faults'), { method: 'DELETE', headers: { authorization: `Bearer local:${admin}` } });
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('radio', { name: /^Emily/ }).waitFor({ state: 'attached' });
    });
  });

  it('tells a person without a network that they are offline', async () => {
    await withFault('drop', async (page) => {
      await page.getByText('You seem to be offline').waitFor({ timeout: 60_000 });
    });
  });
});

describe('the address of the school', () => {
  it('asks a visitor who is not signed in who they are', async () => {
    const page = await browser.newPage();
    await page.goto(schoolAddress());
    await page.getByRole('link', { name: /Samantha Smith/ }).click();
    await page.getByRole('radio', { name: /^Emily/ }).waitFor({ state: 'attached' });
    await page.close();
  });
});
