import { damage, damagedColumn } from '../../samples/damage';
import { manifestOf } from '../../samples/damagedExport';
import { tableOf } from '../../samples/damagedTable';
import { damages, type DamageName } from '../../samples/damages';
import { good, cellsIn, sha256Of, differing } from '../kit/damagedExport';

describe.each(damages.map((one) => [one.name, one] as const))('The damage %s', (name, { changes, words }) => {
  const after = damage(good, name);

  it('changes the files that it is about and leaves the others as they are', () => {
    const about = changes.flatMap((change) => ('file' in change ? [change.file] : []));
    expect(differing(after).sort()).toEqual([...new Set(['bundle.json', ...about])].sort());
    expect(after.filter((file) => !good.some(({ name: known }) => known === file.name))).toEqual([]);
  });

  it('is described by a manifest that agrees with the files, unless the manifest is what is damaged', () => {
    const { files } = manifestOf(after);
    for (const file of after.filter((one) => one.name in files && !changes.some((change) => 'manifest' in change))) {
      expect(files[file.name]?.sha256).toBe(sha256Of(file));
      if (!changes.some((change) => 'text' in change)) expect(files[file.name]?.rows).toBe(tableOf(file.text).rows.length);
    }
  });

  it('is told in one sentence', () => expect(words).toMatch(/^[^\n]+\.$/));
});

describe('The catalogue', () => {
  it('marks as harmless what says the same in another dress, and nothing else', () => {
    const harmless = damages.filter((one) => one.harmless).map((one) => one.name);
    expect(harmless.filter((name) => !/-(columns-reordered|extra-column|rows-reordered|byte-order-mark|line-feeds)$/.test(name))).toEqual(
      [],
    );
    expect(harmless).toHaveLength(3 * 11 + 2 * 4);
  });
});

describe('A damaged export', () => {
  it('has the same bytes for the same seed, and other rows changed for another', () => {
    const names: readonly DamageName[] = ['two-emails-swapped', 'pupil-id-reused', 'relationships-rows-reordered', 'pupils-one-row'];
    for (const name of names) {
      expect(damage(good, name, { seed: 7 })).toEqual(damage(good, name, { seed: 7 }));
      expect(damage(good, name, { seed: 7 })).not.toEqual(damage(good, name, { seed: 8 }));
    }
  });

  it('is a minute newer than the good one, or as many as asked for', () => {
    expect(manifestOf(damage(good, 'emails-shifted')).extractedAt).toBe('2026-11-23T09:31:00.000Z');
    expect(manifestOf(damage(good, 'emails-shifted', { minutes: 90 })).extractedAt).toBe('2026-11-23T11:00:00.000Z');
    expect(manifestOf(damage(good, 'manifest-a-day-ahead')).extractedAt).toBe('2026-11-24T09:31:00.000Z');
  });

  it('can be damaged again', () => {
    const twiceDamaged = damage(damage(good, 'emails-shifted'), 'emails-shifted');
    expect(cellsIn(twiceDamaged, 'contacts.csv', 'email')[2]).toBe(cellsIn(good, 'contacts.csv', 'email')[0]);
    expect(manifestOf(twiceDamaged).extractedAt).toBe('2026-11-23T09:32:00.000Z');
  });

  it('needs the file and the column that are to be damaged', () => {
    expect(() =>
      damage(
        good.filter((file) => file.name !== 'contacts.csv'),
        'emails-shifted',
      ),
    ).toThrow('The export has no contacts.csv');
    expect(() => damagedColumn(good, 'contacts.csv', 'shoeSize', 'sort')).toThrow('The table has no column shoeSize');
  });
});
