import { manifestFile, type Manifest } from '../bundle/manifest';
import type { Findings } from '../findings/findings';
import type { History, Memory } from '../journal';

/** An export older than this may be a file that nobody renews. */
const oldestExtractHours = 7 * 24;
/** Clocks differ; an export from later than this was made with a clock that is wrong, and would make the next good one look old. */
const maxMinutesAhead = 10;

/** PKG-06: silence about what came last time. */
export function reportMissingFiles(manifest: Manifest, { rows }: Memory, findings: Findings): void {
  Object.keys(rows)
    .filter((file) => manifest.files[file] === undefined)
    .forEach((file) =>
      findings.add({
        code: 'PKG-06',
        effect: 'hold',
        file,
        message: 'The file came with the last export, and bundle.json does not name it any more. What was published stays, and grows old.',
      }),
    );
}

/** PKG-01: another school's export, or an older one than we have published. */
export function checkAge(manifest: Manifest, history: History, now: Date, findings: Findings): void {
  const stop = (column: string, message: string) => findings.add({ code: 'PKG-01', effect: 'stop', file: manifestFile, column, message });
  if (history.urn !== undefined && history.urn !== manifest.school.urn)
    stop('school.urn', 'This is the export of another school: the site belongs to the school of its first run.');
  if (history.lastExtract !== undefined && manifest.extractedAt < history.lastExtract)
    stop('extractedAt', 'The export is older than the one that was published last.');
  const hours = (now.getTime() - new Date(manifest.extractedAt).getTime()) / 3_600_000;
  if (hours > oldestExtractHours) stop('extractedAt', `The export is older than ${oldestExtractHours / 24} days.`);
  if (hours * 60 < -maxMinutesAhead)
    stop('extractedAt', `The export is dated more than ${maxMinutesAhead} minutes ahead: a clock is wrong.`);
}
