import { schoolNow, usualTimeZone } from '../../src/domain/time/schoolTime';
import { assertSiteExists } from '../site/connection';
import { decideAll } from './access/decide';
import { manifestFile, readManifest, type Manifest } from './bundle/manifest';
import { checkAge, reportMissingFiles } from './checks/delivery';
import type { KnownIds } from './checks/links';
import { readCurrentState } from './currentState/currentState';
import { readKeyRows } from './currentState/people';
import { readPreviousState } from './currentState/previousState';
import { assertProvisioned } from './currentState/provisioned';
import type { Findings } from './findings/findings';
import { openJournal, readHistory, type History } from './journal';
import { limitsOn } from './limits';
import type { Facts } from './prepare';
import { findHidden } from './publish/hidden';
import { readSchool, type ReadSchool } from './readSchool/readSchool';
import { runStartOf, type Run } from './run';

/** An export that may be published on this site. */
export interface OpenedExport {
  readonly manifest: Manifest;
  readonly read: ReadSchool;
  readonly history: History;
  /** When the run began. */
  readonly now: Date;
}

/** Reads the export and checks it against itself and what earlier runs left. Undefined where it is refused: the findings say why. */
export async function openExport(run: Run): Promise<OpenedExport | undefined> {
  const {
    options: { report, folder },
    site,
    findings,
    clock,
    state,
  } = run;
  const now = clock();
  const manifest = await readManifest(folder, findings);
  if (manifest) state.manifest = manifest;
  await assertSiteExists(site);
  await assertProvisioned(site);
  const history = await readHistory(site);
  state.history = history;
  if (!manifest) return undefined;
  checkAge(manifest, history, now, findings);
  const known = await knownIds(run);
  if (isRefused(findings)) return undefined;
  const read = await readSchool({ folder, manifest, now, findings, known, progress: report.progress });
  if (!read) return undefined;
  reportMissingFiles(manifest, Object.keys(history.memory.rows), findings);
  return { manifest, read, history, now };
}

/** Reads the site, and decides who may see whom: all that the plan is made of. */
export async function gatherFacts(run: Run, { manifest, read, history, now }: OpenedExport): Promise<Facts> {
  const {
    options: { report, dryRun, limits },
    site,
    findings,
    timings,
    state,
  } = run;
  const { school } = read;
  const { memory } = history;
  const decisions = decideAll(read, now, findings);
  // A run that may still be at work stops at ours: what it opens must not escape what we read now.
  if (history.isLastOpen && !dryRun) state.journal = await openJournal(site, runStartOf(run));
  const currentState = await readCurrentState(site, report.progress);
  state.hidden = await findHidden(site, currentState);
  timings.mark('read the site');
  const previous = await readPreviousState(site, school, currentState, report.progress);
  const today = schoolNow(now, usualTimeZone).date;
  return { site, school, decisions, currentState, previous, memory, now, today, limits: limitsOn(today, manifest.limits, limits) };
}

/** MIS ids for which the site has keys. */
async function knownIds({ site }: Run): Promise<KnownIds> {
  const known = [...(await readKeyRows(site)).people.values()];
  const idsOf = (kind: 'pupil' | 'adult') => new Set(known.filter((person) => person.kind === kind).map(({ misId }) => misId));
  return { pupils: idsOf('pupil'), contacts: idsOf('adult') };
}

/** What is wrong with bundle.json is wrong with the whole export. */
function isRefused({ all }: Findings): boolean {
  return all.some(({ severity, file }) => severity === 'fatal' && file === manifestFile);
}
