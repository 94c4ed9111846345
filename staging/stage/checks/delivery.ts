import type { Instant } from '../../../src/domain/time/schoolTime';
import { manifestFile, type Manifest } from '../bundle/manifest';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';

/** An export older than this may be a file that nobody renews. */
const maxExtractHours = 7 * 24;
/** Clocks differ; an export from later than this was made with a clock that is wrong, and would make the next good one look old. */
const maxMinutesAhead = 10;

/** PKG-06: silence about what came last time. @param earlier names of the files of the last export */
export function reportMissingFiles(manifest: Manifest, earlier: readonly string[], findings: Findings): void {
  earlier.filter((file) => manifest.files[file] === undefined).forEach((file) => findings.add(finding('PKG-06', { file })));
}

/** What of earlier runs an export is held against. */
export interface EarlierExports {
  /** The school that the site belongs to. */
  readonly urn: string | undefined;
  /** When the export that was published last was made. */
  readonly lastExtract: Instant | undefined;
}

/** Another school's export, an older one than we have published, or one from a time that cannot be. */
export function checkAge(manifest: Manifest, { urn, lastExtract }: EarlierExports, now: Date, findings: Findings): void {
  const at = (column: string) => ({ file: manifestFile, column });
  if (urn !== undefined && urn !== manifest.school.urn) findings.add(finding('PKG-01', at('school.urn')));
  if (lastExtract !== undefined && manifest.extractedAt < lastExtract) findings.add(finding('PKG-14', at('extractedAt')));
  const hours = (now.getTime() - new Date(manifest.extractedAt).getTime()) / 3_600_000;
  if (hours > maxExtractHours) findings.add(finding('PKG-15', at('extractedAt'), { days: maxExtractHours / 24 }));
  if (hours * 60 < -maxMinutesAhead) findings.add(finding('PKG-16', at('extractedAt'), { minutes: maxMinutesAhead }));
}
