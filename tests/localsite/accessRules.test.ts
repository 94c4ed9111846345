import type { SPFI } from '@pnp/sp';
import { everyone, everyoneExceptExternal } from '../../localsite/objects/loginNames';
import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, people } from '../kit/localSite';
import { clientOf } from '../kit/pnpClient';
import { as } from '../kit/request';

interface School {
  readonly site: LocalSite;
  readonly owner: SPFI;
}

/** A list that nobody but its owner may see, with one row of the owner's. */
async function openClosedList(settings: Readonly<Record<string, number>> = {}): Promise<School> {
  const site = openTestSite();
  const owner = clientOf(site, admin);
  await owner.web.lists.add('Letters', '', 100, false, settings);
  const letters = owner.web.lists.getByTitle('Letters');
  await letters.breakRoleInheritance(false, false);
  await letters.items.add({ Title: 'Dear all' });
  return { site, owner };
}

/** Grants a level on the list to a person or a claim. */
async function grant({ owner }: School, login: string, level: string): Promise<void> {
  const { Id: principal } = await owner.web.ensureUser(login);
  const { Id: role } = await owner.web.roleDefinitions.getByName(level)();
  await owner.web.lists.getByTitle('Letters').roleAssignments.add(principal, role);
}

async function statusFor({ site }: School, who: string): Promise<number> {
  return (await as(site, who).get(`_api/web/lists/getbytitle('Letters')/items(1)`)).status;
}

describe('what is granted to everyone', () => {
  it('except external users reaches staff and no guest', async () => {
    const school = await openClosedList();
    await grant(school, everyoneExceptExternal, 'Read');
    expect([await statusFor(school, people.teacher), await statusFor(school, people.ann)]).toEqual([200, 403]);
  });

  it('except external users is not what a guest may do either', async () => {
    const school = await openClosedList();
    await grant(school, everyoneExceptExternal, 'Read');
    const may = async (email: string): Promise<string> => {
      const { LoginName: login } = await school.owner.web.ensureUser(email);
      const path = `_api/web/lists/getbytitle('Letters')/getusereffectivepermissions(@u)?@u='${encodeURIComponent(login)}'`;
      return ((await as(school.site, admin).get(path)).json as { readonly Low: string }).Low;
    };
    expect([await may(people.teacher), await may(people.ann)]).toEqual(['138612833', '0']);
  });

  it('without an exception reaches guests too', async () => {
    const school = await openClosedList();
    await grant(school, everyone, 'Read');
    expect([await statusFor(school, people.teacher), await statusFor(school, people.ann)]).toEqual([200, 200]);
  });
});

describe('the right to cancel a checkout', () => {
  /** Contribute, and with it or without it CancelCheckout (bit 9); nobody here manages lists. */
  async function grantLevels(school: School): Promise<void> {
    await school.owner.web.roleDefinitions.add('Canceller', '', 1, { High: 432, Low: 1011028719 + 0x100 });
    await grant(school, people.teacher, 'Canceller');
    await grant(school, people.ann, 'Contribute');
  }

  it("shows and opens others' rows where each person has their own only", async () => {
    const school = await openClosedList({ ReadSecurity: 2, WriteSecurity: 2 });
    await grantLevels(school);
    expect([await statusFor(school, people.teacher), await statusFor(school, people.ann)]).toEqual([200, 404]);
    const letter = (who: string) => clientOf(school.site, who).web.lists.getByTitle('Letters').items.getById(1);
    await letter(people.teacher).update({ Title: 'Dear parents' });
    await school.owner.web.lists.getByTitle('Letters').update({ ReadSecurity: 1 });
    await expect(letter(people.ann).update({ Title: 'Dear me' })).rejects.toThrow('403');
  });
});
