import { adultHomeList } from '../../src/lists/adultHome';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { emails, nextDay, type Tables } from '../kit/smallSchool';
import { family, orderAgainstAll } from '../kit/oneFamily';
import { as } from '../kit/request';
import { schoolSite, stageTables } from '../kit/stagedSite';
import { stateOf } from '../kit/siteState';
import { adminToken, publisherToken, type TestSite } from '../kit/provisionedSite';
import { writesOf } from '../kit/sentRequests';
import { answeringAfterwards, failingNth, partsOf, type Part } from '../kit/failingParts';

const later = { bundle: { extractedAt: nextDay() }, clock: () => new Date(nextDay(18)) };
const adults = [emails.mother, emails.father, emails.limited];

/** Who stages: a member of the group Schoolgate Publisher; one with rights on the whole site who is in no group, as an app has them. */
const publishers = {
  "a member of the publisher's group": async () => ({ site: await schoolSite(), token: publisherToken }),
  'an account with rights on the whole site and in no group': async () => {
    const site = await schoolSite();
    const { Id } = (await as(site, 'admin@oakfield.example').read('_api/web/currentuser?$select=Id')) as { Id: number };
    await as(site, 'admin@oakfield.example').write('POST', `_api/web/sitegroups/getbyname('Schoolgate Owners')/users/removebyid(${Id})`);
    const { value } = (await as(site, 'admin@oakfield.example').read('_api/web/currentuser/groups')) as { value: unknown[] };
    expect(value).toEqual([]);
    return { site, token: adminToken };
  },
};

type Publisher = { readonly site: TestSite; readonly token: string };

const isPermission = ({ line }: Part) =>
  /breakroleinheritance|roleassignments\/(add|remove)roleassignment/i.test(line) && /items/i.test(line);

/** Everything; without SCHOOLGATE_EVERY_WRITE every n-th. */
function spread(count: number, step: number): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  return process.env['SCHOOLGATE_EVERY_WRITE'] ? all : all.filter((n) => n % step === 0);
}

const statuses = process.env['SCHOOLGATE_EVERY_WRITE'] ? ([[429], [500], [503]] as const) : undefined;

/** All three, or one after the other. */
function statusesOf(n: number): readonly number[] {
  return statuses ? statuses.flat() : [[429, 500, 503][n % 3] ?? 500];
}

function partsSent(site: TestSite, isMeant: (part: Part) => boolean): number {
  return site.sent
    .filter(({ url }) => url.includes('$batch'))
    .flatMap(({ body }) => partsOf(body))
    .filter(isMeant).length;
}

async function seenBy(site: TestSite, email: string): Promise<readonly string[]> {
  const rows = await Promise.all(
    [pupilHomeList, pupilRecordsList, adultHomeList].map(async (list) => {
      const read = await as(site, email).rows(list, list.name === 'PupilRecords' ? ['Area'] : ['Id']);
      return read.map((row) => String(row['Area'] ?? list.name));
    }),
  );
  return [...new Set(rows.flat())];
}

const all = ['PupilHome', 'AdultHome', 'timetable', 'attendance', 'behaviour', 'results'];

async function expectNobodySeesMoreThan(site: TestSite, allowed: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const email of adults) {
    for (const part of await seenBy(site, email)) expect(allowed[email] ?? []).toContain(part);
  }
}

const whatTheyMay = { [emails.mother]: all, [emails.father]: all, [emails.limited]: ['AdultHome', 'attendance', 'behaviour'] };

async function undisturbed(make: () => Promise<Publisher>, isMeant: (part: Part) => boolean) {
  const { site, token } = await make();
  site.forget();
  await stageTables(site, family(), { token });
  const count = partsSent(site, isMeant);
  return { count, state: await stateOf(site) };
}

describe.each(Object.entries(publishers))('permission work in which one part fails, done by %s', (_, make) => {
  it('is never more open than the export allows, and is closed by the next run when a court orders it', async () => {
    const { count } = await undisturbed(make, isPermission);
    expect(count).toBeGreaterThan(35);
    for (const n of spread(count, 4)) {
      for (const status of statusesOf(n / 4)) {
        const { site, token } = await make();
        const { summary } = await stageTables(failingNth(site, n, isPermission, status), family(), { token });
        expect(summary).toMatchObject({ exitCode: 4 });
        await expectNobodySeesMoreThan(site, whatTheyMay);
        const ordered = await stageTables(site, orderAgainstAll(), { token, ...later });
        expect([0, 1]).toContain(ordered.summary.exitCode);
        await expectNobodySeesMoreThan(site, {});
      }
    }
  }, 600_000);

  it('is finished by the next run', async () => {
    const { count, state } = await undisturbed(make, isPermission);
    for (const n of spread(count, 5)) {
      for (const status of statusesOf(n / 5 + 1)) {
        const { site, token } = await make();
        await stageTables(failingNth(site, n, isPermission, status), family(), { token });
        expect((await stageTables(site, family(), { token })).summary).toMatchObject({ exitCode: 0, problems: 0 });
        expect(await stateOf(site)).toEqual(state);
      }
    }
  }, 600_000);

  it('is done in one run where the part fails once only', async () => {
    const { count, state } = await undisturbed(make, isPermission);
    for (const n of spread(count, 10)) {
      for (const status of statusesOf(n / 10)) {
        const { site, token } = await make();
        expect((await stageTables(failingNth(site, n, isPermission, status, 1), family(), { token })).summary).toMatchObject({
          exitCode: 0,
          problems: 0,
        });
        expect(await stateOf(site)).toEqual(state);
      }
    }
  }, 600_000);
});

describe('an app that acts without a person', () => {
  /** SharePoint names every app so, and calls none of them a site admin. */
  const asApp = (site: TestSite): TestSite => ({
    ...site,
    fetch: async (request) => {
      const response = await site.fetch(request);
      if (!/currentuser\?/i.test(request.url)) return response;
      const app = { LoginName: 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint', IsSiteAdmin: false };
      return Response.json({ ...((await response.json()) as object), ...app });
    },
  });

  it('may stage, though it is in no group; a person without a group may not', async () => {
    const { site, token } = await publishers['an account with rights on the whole site and in no group']();
    expect((await stageTables(asApp(site), family(), { token })).summary).toMatchObject({ exitCode: 0, problems: 0 });
    expect((await stageTables(site, family(), { token: 'local:head@oakfield.example' })).summary.exitCode).toBe(2);
  });
});

describe('any part of a batch that fails', () => {
  const isWrite = ({ line }: Part) => !line.startsWith('GET') && !/SchoolDays/.test(line);
  const make = publishers["a member of the publisher's group"];

  it('opens nothing, and one rerun ends where an undisturbed run ends', async () => {
    const { count, state } = await undisturbed(make, isWrite);
    for (const n of spread(count, 11)) {
      for (const status of statusesOf(n / 11)) {
        const { site, token } = await make();
        await stageTables(failingNth(site, n, isWrite, status), family(), { token });
        await expectNobodySeesMoreThan(site, whatTheyMay);
        expect((await stageTables(site, family(), { token })).summary).toMatchObject({ exitCode: 0, problems: 0 });
        expect(await stateOf(site)).toEqual(state);
      }
    }
  }, 600_000);

  it('may have been carried out: a request whose answer became a 500 is repeated, and one rerun ends where an undisturbed run ends', async () => {
    const { site: first } = await make();
    first.forget();
    await stageTables(first, family());
    const state = await stateOf(first);
    const writes = first.sent.filter((sent) => writesOf([sent]).length > 0).length;
    for (const n of spread(writes, 3)) {
      const { site } = await make();
      await stageTables(
        answeringAfterwards(site, n + 1, () => new Response('{}', { status: 500 })),
        family(),
      );
      await expectNobodySeesMoreThan(site, whatTheyMay);
      await stageTables(site, changed(), later);
      expect(await stateOf(site)).toEqual(await changedState());
    }
    expect(await stateOf(first)).toEqual(state);
  }, 600_000);

  let remembered: Promise<unknown> | undefined;
  const changedState = () =>
    (remembered ??= (async () => {
      const { site } = await make();
      await stageTables(site, family());
      await stageTables(site, changed(), later);
      return stateOf(site);
    })());
});

/** Any change, so that the next run writes. */
function changed(): Tables {
  const tables = family();
  tables['behaviour.csv'].forEach((row) => {
    row['type'] = 'Helpfulness';
  });
  return tables;
}
