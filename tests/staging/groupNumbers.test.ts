import { emptySite, provisionTestSite } from '../kit/provisionedSite';
import { as } from '../kit/request';
import { stageTables } from '../kit/stagedSite';
import { clock, smallSchool, type Tables } from '../kit/smallSchool';

const couples = Array.from({ length: 16 }, (_, index) => index + 1);
const emailOf = (couple: number, parent: number) => `parent${parent}.of${couple}@family.example`;

/** Sixteen pupils with two parents each. */
function manyFamilies(): Tables {
  const school = smallSchool();
  const [pupil = {}, contact = {}, link = {}] = [school['pupils.csv'][0], school['contacts.csv'][0], school['relationships.csv'][0]];
  return {
    ...school,
    'pupils.csv': couples.map((n) => ({
      ...pupil,
      pupilId: `P${n}`,
      legalForename: `Zephyrine ${n}`,
      schoolEmail: `p${n}@pupils.oakfield.example`,
    })),
    'contacts.csv': couples.flatMap((n) =>
      [1, 2].map((parent) => ({ ...contact, contactId: `C${n}.${parent}`, email: emailOf(n, parent) })),
    ),
    'relationships.csv': couples.flatMap((n) =>
      [1, 2].map((parent) => ({ ...link, pupilId: `P${n}`, contactId: `C${n}.${parent}`, priority: String(parent) })),
    ),
    'attendance.csv': [],
    'behaviour.csv': [],
    'class-members.csv': [],
    'results.csv': [],
    'homework.csv': [],
  };
}

/** Ids of each adult's group and account, in the order of the export. */
async function numbers(): Promise<readonly { readonly group: number; readonly user: number }[]> {
  const site = emptySite(clock);
  const emails = couples.flatMap((n) => [1, 2].map((parent) => emailOf(n, parent)));
  site.local.addAccounts(emails.map((email) => ({ email, name: 'A parent', isGuest: true })));
  await provisionTestSite(site);
  await stageTables(site, manyFamilies());
  const ask = async (path: string) =>
    ((await as(site, 'admin@oakfield.example').read(`_api/web/${path}`)) as { value: { Id: number; Title: string; Email: string }[] })
      .value;
  const groups = (await ask('sitegroups')).filter(({ Title }) => /^A-/.test(Title));
  const members = await Promise.all(groups.map(async ({ Id }) => ({ group: Id, members: await ask(`sitegroups(${Id})/users`) })));
  return emails.map(
    (email) =>
      members.flatMap(({ group, members: [member] }) => (member?.Email === email ? [{ group, user: member.Id }] : []))[0] ?? {
        group: 0,
        user: 0,
      },
  );
}

function ranks(ids: readonly number[]): readonly number[] {
  const sorted = [...ids].sort((a, b) => a - b);
  return ids.map((id) => sorted.indexOf(id));
}

describe('the numbers of groups and accounts', () => {
  // 32 adults: that two random orders agree by chance has a probability below 1e-35, that all couples are neighbours one below 1e-17.
  it('tell neither whose group it is, nor who belongs together', async () => {
    const adults = await numbers();
    expect(adults.every(({ group, user }) => group > 0 && user > 0)).toBe(true);
    const [groups, users] = [ranks(adults.map(({ group }) => group)), ranks(adults.map(({ user }) => user))];
    const inOrder = [...groups.keys()];
    expect(groups).not.toEqual(users);
    expect(groups).not.toEqual(inOrder);
    expect(users).not.toEqual(inOrder);
    for (const order of [groups, users]) {
      const areNeighbours = couples.map((_, index) => Math.abs((order[2 * index] ?? 0) - (order[2 * index + 1] ?? 0)) === 1);
      expect(areNeighbours.every(Boolean)).toBe(false);
    }
  });
});
