import { pupilAreas } from '../../../src/domain/people/areas';
import type { Instant } from '../../../src/domain/time/schoolTime';
import type { SiteRow } from '../rows/siteRow';
import type { School } from '../school/school';
import { row, type Row } from '../rows/row';

/** When each area was told last. An area that this export does not bring has no row here: the one on the site stays, and grows old. */
export function freshnessRows({ delivered, manifest }: School): readonly Row[] {
  return pupilAreas
    .filter((area) => delivered[area])
    .map((area) => row(area, '', { Title: area, Area: area, UpdatedAt: manifest.extractedAt }));
}

/** In StaleSince where the site does not say when its rows were made. No page takes it for a time. */
const unknownTime = 'unknown';

/**
 * What becomes known of quarantined pupils whose home rows were renewed until now: since when they stand. It is the oldest of the areas' times,
 * because one column speaks for all of them and none may look fresher than it is.
 */
export function staleMarks(
  quarantinedPupils: ReadonlySet<string>,
  { homes, freshness }: { readonly homes: readonly SiteRow[]; readonly freshness: readonly SiteRow[] },
): readonly Row[] {
  const [since = unknownTime] = freshness.flatMap(instantOf).sort();
  return homes
    .filter((home) => quarantinedPupils.has(home.key) && !isMarkedStale(home))
    .map(({ key, folder }) => ({ ...row(key, folder, { StaleSince: since }), hash: '' }));
}

/** Whether the home row says that it was not renewed with the school. */
export function isMarkedStale({ more }: SiteRow): boolean {
  return (more['StaleSince'] ?? '') !== '';
}

/** Staff may write in the list: what is no time counts as not there. */
function instantOf({ more }: SiteRow): readonly Instant[] {
  const text = more['UpdatedAt'];
  return typeof text === 'string' && !Number.isNaN(Date.parse(text)) ? [new Date(text).toISOString()] : [];
}
