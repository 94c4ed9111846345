import fc from 'fast-check';
import { dayNumber, schoolDate } from '../../src/lists/dayNumber';
import { lists, listUrl } from '../../src/lists';
import { maskOf, ownRowsLevel, parentReadLevel, permissionKinds, type PermissionName } from '../../src/lists/permissions';

describe('the lists of a school', () => {
  it('have names that no other list has, fit for an address', () => {
    const names = lists.map((list) => list.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]+$/);
  });

  it('index at most the 20 columns that SharePoint allows', () => {
    for (const list of lists) {
      expect(list.fields.filter((field) => field.indexed ?? field.unique).length).toBeLessThanOrEqual(20);
    }
  });

  it('keep everything that names a pupil, or says who may see whom, off the permissions of the site', () => {
    const aboutPupils = lists.filter((list) => list.fields.some((field) => /^(Pupil|Adult|Opaque)Key$|^MisKey$/.test(field.name)));
    expect(aboutPupils.map((list) => list.name).sort()).toEqual(['Access', 'AdultHome', 'PupilHome', 'PupilRecords', 'SchoolgateKeys']);
    for (const list of aboutPupils) expect(list.access.kind).toBe('closed');
  });

  it('hold no lookup column, because a lookup can show a value across permissions', () => {
    for (const list of lists) expect(list.fields.map((field) => String(field.type))).not.toContain('Lookup');
  });

  it('let people read only their own rows where rows are theirs', () => {
    const ownRows = lists.filter((one) => one.access.kind === 'own rows');
    expect(ownRows.map((list) => list.name)).toEqual(['Preferences']);
    for (const list of ownRows) {
      expect([list.readSecurity, list.writeSecurity]).toEqual([2, 2]);
    }
  });

  it('are found under the site, also a site at the root', () => {
    const [first] = lists;
    expect(first && listUrl('/sites/school', first)).toBe('/sites/school/Lists/AdultHome');
    expect(first && listUrl('/', first)).toBe('/Lists/AdultHome');
  });
});

describe('what an adult may do', () => {
  const mayNot = { EnumeratePermissions: 63, BrowseUserInfo: 28, ViewVersions: 7, CreateAlerts: 40, ManagePersonalViews: 10 };

  function bits(level: typeof parentReadLevel): bigint {
    const mask = maskOf(level);
    return (BigInt(mask.High) << BigInt(32)) | BigInt(mask.Low);
  }

  it.each([parentReadLevel, ownRowsLevel])('is exactly what the level $name lists', (level) => {
    for (const name of Object.keys(permissionKinds) as PermissionName[]) {
      const isSet = (bits(level) & (BigInt(1) << BigInt(permissionKinds[name] - 1))) !== BigInt(0);
      expect([name, isSet]).toEqual([name, level.permissions.includes(name)]);
    }
  });

  it.each(Object.entries(mayNot))('never includes %s', (_name, kind) => {
    for (const level of [parentReadLevel, ownRowsLevel]) {
      expect(bits(level) & (BigInt(1) << BigInt(kind - 1))).toBe(BigInt(0));
    }
  });
});

describe('a school date as a number', () => {
  it('comes back as the same date', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (moment) => {
        const date = moment.toISOString().slice(0, 10);
        expect(schoolDate(dayNumber(date))).toBe(date);
      }),
    );
  });

  it('keeps the order of days', () => {
    expect(dayNumber('2026-11-30')).toBeLessThan(dayNumber('2026-12-01'));
  });

  it('is no date when it has not eight digits', () => {
    expect(schoolDate(2026)).toBeUndefined();
  });
});
