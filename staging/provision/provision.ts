import { assertSiteExists, openSite } from '../site/connection';
import type { Pause, Send } from '../site/send';
import { tokenFor } from '../site/token';
import { counted, type Report } from '../report';
import { planGroups, type Members } from './groups';
import { planLevels } from './levels';
import { planLists } from './listSteps';
import { planPages } from './pages';
import { readPresent } from './present';
import { principalsOf } from './principals';
import type { Step } from './step';

export interface ProvisionOptions {
  readonly siteUrl: string;
  readonly token?: string | undefined;
  readonly fetch?: Send | undefined;
  readonly pause?: Pause | undefined;
  /** Show the plan, change nothing. */
  readonly dryRun?: boolean | undefined;
  /** E-mail addresses of those who belong into Schoolgate's groups. */
  readonly owners?: readonly string[] | undefined;
  readonly publisher?: readonly string[] | undefined;
  readonly staff?: readonly string[] | undefined;
  readonly report: Report;
}

export interface ProvisionResult {
  /** How many changes were planned; and made, without dryRun. */
  readonly steps: number;
}

/**
 * Makes a site what src/lists says: permission levels, groups, lists, pages. Safe to repeat: what is right stays untouched.
 * Throws SiteError where the site refuses, FieldTypeDiffers where a person has to decide.
 */
export async function provision(options: ProvisionOptions): Promise<ProvisionResult> {
  const site = openSite({ ...options, token: tokenFor(options.token) });
  await assertSiteExists(site);
  const members: Members = { owners: options.owners ?? [], publisher: options.publisher ?? [], staff: options.staff ?? [] };
  const present = await readPresent(
    site,
    [...members.owners, ...members.publisher].map((email) => email.toLowerCase()),
  );
  const principals = principalsOf(site);
  const steps = [
    ...planLevels(site, present),
    ...planGroups(site, present, principals, members),
    ...planLists(site, present, principals),
    ...(await planPages(site)),
  ];
  tell(steps, options.report);
  if (!options.dryRun) await apply(steps, options.report);
  return { steps: steps.length };
}

function tell(steps: readonly Step[], report: Report): void {
  if (steps.length === 0) {
    report.log('The site is as it should be: nothing to do.');
    return;
  }
  report.log(`${counted(steps.length, 'change')} to make:`);
  steps.forEach((step) => report.log(`  ${step.words}.`));
}

async function apply(steps: readonly Step[], report: Report): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await step.apply();
    report.progress('Provisioning', index + 1, steps.length);
  }
  if (steps.length > 0) report.log('Provisioned.');
}
