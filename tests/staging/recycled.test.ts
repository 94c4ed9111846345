import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { emails, nextDay, rowOf, smallSchool } from '../kit/smallSchool';
import { pupilsSeenBy } from '../kit/siteState';
import { stageApproved, stagedSchool, stageTables } from '../kit/stagedSite';
import { as } from '../kit/request';
import type { TestSite } from '../kit/provisionedSite';

const later = { bundle: { extractedAt: nextDay() }, clock: () => new Date(nextDay(18)) };

/** When the data of who left that day are deleted. */
const aMonthLater = { bundle: { extractedAt: '2026-12-24T17:00:00Z' }, clock: () => new Date('2026-12-24T18:00:00Z') };

async function bin(site: TestSite): Promise<readonly { readonly Id: string; readonly DirName: string; readonly ItemType: number }[]> {
  const { value } = (await as(site, 'admin@oakfield.example').read('_api/web/recyclebin')) as {
    value: { Id: string; DirName: string; ItemType: number }[];
  };
  return value;
}

describe('what staging deletes', () => {
  it('lies in the recycle bin: the folders of a pupil who left, with all that is in them', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['pupils.csv'], { pupilId: 'P4' })['enrolStatus'] = 'left';
    await stageTables(site, tables, later);
    await stageTables(site, tables, aMonthLater);
    expect(await pupilsSeenBy(site, emails.other, pupilRecordsList)).toEqual(['P3']);
    const folders = (await bin(site)).filter(({ ItemType }) => ItemType === 5);
    expect(folders.map(({ DirName }) => DirName).sort()).toEqual(['sites/school/Lists/PupilHome', 'sites/school/Lists/PupilRecords']);
    for (const { Id } of folders) await as(site, 'admin@oakfield.example').write('POST', `_api/web/recyclebin('${Id}')/restore`);
    // Nobody reads what was restored: the grants went first.
    expect(await pupilsSeenBy(site, 'admin@oakfield.example', pupilRecordsList)).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(await pupilsSeenBy(site, emails.other, pupilRecordsList)).toEqual(['P3']);
  });

  it('does not stand in the way of a pupil who comes back', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['pupils.csv'], { pupilId: 'P4' })['enrolStatus'] = 'left';
    await stageTables(site, tables, later);
    await stageTables(site, tables, aMonthLater);
    expect((await stageApproved(site, smallSchool(), aMonthLater)).summary.problems).toBe(0);
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual(['P3', 'P4']);
    expect((await bin(site)).length).toBeGreaterThan(1);
  });
});
