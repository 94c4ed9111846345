import fc from 'fast-check';
import { damage, damagedColumn } from '../../samples/damage';
import type { ColumnDamage } from '../../samples/damagedTable';
import type { DamageName } from '../../samples/damages';
import { missingFrom, neighbourhood, newer, sightsOn, stagedNeighbourhood, stageFiles } from '../kit/neighbourhood';
import { type Tables } from '../kit/smallSchool';
import { good } from '../kit/changedNeighbourhood';

/** What one damaged export, and then the next good one, do to a site on which all was well. */
async function afterDamage(name: DamageName) {
  const site = await stagedNeighbourhood();
  const before = await sightsOn(site);
  const { summary, report } = await stageFiles(site, damage(good, name, { minutes: 5 }));
  const during = await sightsOn(site);
  const next = await stageFiles(site, newer(good, 10));
  const after = await sightsOn(site);
  return {
    summary,
    text: report.lines.join('\n'),
    next: next.summary,
    opened: missingFrom(before, during),
    closed: missingFrom(during, before),
    stillClosed: missingFrom(after, before),
    openedLater: missingFrom(before, after),
    deleted: Object.entries(summary.lists)
      .filter(([list]) => !['Findings', 'Access', 'AdultHome'].includes(list))
      .reduce((sum, [, { deleted }]) => sum + deleted, 0),
  };
}

interface Brake {
  readonly name: DamageName;
  readonly exitCode: 0 | 1 | 2;
  /** A finding that says what is wrong. */
  readonly code: string;
  /** Closed by what the export states, not by what it lacks. */
  readonly closes?: true;
}

const brakes: readonly Brake[] = [
  { name: 'emails-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'emails-sorted', exitCode: 2, code: 'ASK-05' },
  { name: 'contact-ids-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'pupil-ids-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'forenames-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'relationship-contacts-shifted', exitCode: 1, code: 'ASK-07', closes: true },
  { name: 'relationship-pupils-shifted', exitCode: 1, code: 'ASK-07', closes: true },
  { name: 'two-emails-swapped', exitCode: 1, code: 'ASK-18', closes: true },
  { name: 'contact-id-reused', exitCode: 1, code: 'ASK-02', closes: true },
  { name: 'pupil-id-reused', exitCode: 1, code: 'ASK-03', closes: true },
  { name: 'portal-access-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'valid-to-renamed', exitCode: 2, code: 'PKG-23' },
  { name: 'areas-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'deceased-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'on-roll-to-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'enrol-status-renamed', exitCode: 2, code: 'PKG-23' },
  { name: 'parent-visible-missing', exitCode: 1, code: 'PKG-23' },
  { name: 'parent-visible-blank', exitCode: 1, code: 'ASK-21' },
  { name: 'court-order-swapped', exitCode: 1, code: 'ASK-06' },
  { name: 'court-order-all-no', exitCode: 1, code: 'ASK-06' },
  { name: 'areas-blank', exitCode: 1, code: 'ASK-08' },
  { name: 'valid-to-blank', exitCode: 1, code: 'ASK-06' },
  { name: 'enrol-status-blank', exitCode: 1, code: 'ASK-06' },
  { name: 'responsibility-all-yes', exitCode: 1, code: 'ASK-06' },
  { name: 'pupils-half', exitCode: 1, code: 'ASK-10' },
  { name: 'pupils-one-row', exitCode: 1, code: 'ASK-10' },
  { name: 'pupils-empty', exitCode: 2, code: 'PKG-19' },
  { name: 'contacts-half', exitCode: 1, code: 'ASK-11' },
  { name: 'relationships-half', exitCode: 1, code: 'ASK-11' },
  { name: 'attendance-half', exitCode: 1, code: 'ATT-04' },
  { name: 'results-half', exitCode: 1, code: 'ASK-12' },
  { name: 'homework-half', exitCode: 1, code: 'ASK-12' },
  { name: 'class-members-half', exitCode: 1, code: 'ASK-16' },
  { name: 'calendar-a-year-ahead', exitCode: 2, code: 'CAL-02' },
  { name: 'calendar-a-year-behind', exitCode: 2, code: 'CAL-01' },
  { name: 'court-order-blank', exitCode: 2, code: 'PKG-05' },
  { name: 'flags-yes-no', exitCode: 2, code: 'PKG-05' },
  { name: 'relationships-ids-as-numbers', exitCode: 2, code: 'PKG-05' },
  { name: 'release-at-blank', exitCode: 1, code: 'PKG-05' },
  { name: 'attendance-unknown-codes', exitCode: 1, code: 'PKG-05' },
  { name: 'attendance-dates-american', exitCode: 1, code: 'PKG-05' },
  { name: 'results-pupils-shifted', exitCode: 1, code: 'ASK-15' },
  { name: 'attendance-pupils-reversed', exitCode: 1, code: 'ASK-15' },
  { name: 'attendance-not-named', exitCode: 1, code: 'PKG-06' },
  { name: 'attendance-quote-in-cell', exitCode: 1, code: 'ROW-03' },
  { name: 'contacts-nul', exitCode: 1, code: 'ROW-02', closes: true },
  { name: 'homework-huge-cell', exitCode: 1, code: 'ROW-02' },
  { name: 'classes-huge-cell', exitCode: 1, code: 'ROW-02' },
  { name: 'manifest-a-day-ahead', exitCode: 2, code: 'PKG-16' },
];

jest.setTimeout(300_000);

describe('a damaged export', () => {
  it.each(brakes)('opens nothing and deletes nothing where it has $name', async ({ name, exitCode, code, closes }) => {
    const { summary, opened, closed, stillClosed, deleted, openedLater, next } = await afterDamage(name);
    expect({ exitCode: summary.exitCode, code: summary.findings[code] !== undefined, opened, deleted }).toEqual({
      exitCode,
      code: true,
      opened: [],
      deleted: 0,
    });
    if (!closes) expect([closed, stillClosed]).toEqual([[], []]);
    expect(openedLater).toEqual([]);
    expect(next.exitCode).toBeLessThanOrEqual(1);
  });

  it('of any one column of people lets no account see a child whom it did not see', async () => {
    const columns = Object.entries(neighbourhood())
      .filter(([file]) => ['pupils.csv', 'contacts.csv', 'relationships.csv'].includes(file))
      .flatMap(([file, rows]: [string, Tables[keyof Tables]]) =>
        Object.keys(rows[0] ?? {}).map((column) => ({ file, column, others: Object.keys(rows[0] ?? {}) })),
      );
    const kinds = fc.oneof(fc.constantFrom('shift', 'sort', 'reverse', 'blank'), fc.nat());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), kinds, async ({ file, column, others }, kind) => {
        const damageKind: ColumnDamage =
          typeof kind === 'number' ? { swapWith: others[kind % others.length] ?? column } : (kind as ColumnDamage);
        const site = await stagedNeighbourhood();
        const before = await sightsOn(site);
        await stageFiles(site, damagedColumn(good, file, column, damageKind, { minutes: 5 }));
        expect(missingFrom(before, await sightsOn(site))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
