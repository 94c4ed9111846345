import type { Finding } from '../../staging/stage/findings/finding';
import { decideAll } from '../../staging/stage/access/decide';
import { readManifest } from '../../staging/stage/bundle/manifest';
import { readSchool } from '../../staging/stage/readSchool/readSchool';
import { collectFindings } from '../../staging/stage/findings/findings';
import { clock, type Tables } from './smallSchool';
import { writeBundle, type BundleOptions } from './bundle';

/** What reading, checking and deciding find in a bundle: all that staging does before it looks at the site. */
export async function findingsOf(tables: Tables, options: BundleOptions = {}, now: Date = clock()): Promise<readonly Finding[]> {
  const findings = collectFindings();
  const folder = await writeBundle(tables, options);
  const manifest = await readManifest(folder, findings);
  const read = manifest && (await readSchool({ folder, manifest, now, findings }));
  if (read) decideAll(read, now, findings);
  return findings.all;
}
