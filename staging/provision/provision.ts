import { assertSiteExists, openSite } from '../site/connection';
import type { Pause, Send } from '../site/send';
import { tokenFor } from '../site/token';
import { counted, type Report } from '../report';
import { planGroups, type Members } from './groups';
import { planLevels } from './levels';
import { planListAccess, planLists } from './listSteps';
import { planNavigation } from './navigation';
import { planPageAccess, planPages, type Context } from './pages';
import { readPages, type PageOnSite } from './currentPages';
import { readCurrentState, type CurrentState } from './currentState';
import { principalsOf } from './principals';
import type { Step } from './step';
import { readPageDefinitions, schoolPagesFolder, type PageDefinition } from '../../sharepoint/pages/definition';

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
  /** Pages besides those that every school gets. */
  readonly pages?: readonly PageDefinition[] | undefined;
  readonly report: Report;
}

export interface ProvisionResult {
  /** How many changes were planned; and made, without dryRun. */
  readonly steps: number;
}

/**
 * Makes a site what src/lists and sharepoint/pages say: permission levels, groups, lists, pages, navigation.
 * Safe to repeat: what is right stays untouched. What is open and should not be is closed before all else, whatever fails afterwards.
 * Throws SiteError where the site refuses, FieldTypeDiffers where a person has to decide.
 */
export async function provision(options: ProvisionOptions): Promise<ProvisionResult> {
  const site = openSite({ ...options, token: tokenFor(options.token) });
  await assertSiteExists(site);
  const members: Members = { owners: options.owners ?? [], publisher: options.publisher ?? [], staff: options.staff ?? [] };
  const current = await readCurrentState(
    site,
    [...members.owners, ...members.publisher].map((email) => email.toLowerCase()),
  );
  const principals = principalsOf(site);
  const pages = await readPages(site, [...readPageDefinitions(schoolPagesFolder), ...(options.pages ?? [])]);
  const context = { site, caller: current.caller, principals };
  const access = [
    ...planLevels(site, current),
    ...planGroups(site, current, principals, members),
    ...planListAccess(site, current, principals),
    ...planPageAccess(context, pages),
  ];
  const first = access.filter(({ isFirst }) => isFirst);
  const content = await planContent(context, current, pages).catch(async (thrown: unknown) => {
    await carryOut(first, options);
    throw thrown;
  });
  return carryOut([...first, ...access.filter(({ isFirst }) => !isFirst), ...content], options);
}

async function planContent(context: Context, current: CurrentState, pages: readonly PageOnSite[]): Promise<readonly Step[]> {
  return [
    ...planLists(context.site, current, context.principals),
    ...(await planPages(context, pages)),
    ...(await planNavigation(context.site, pages)),
  ];
}

async function carryOut(steps: readonly Step[], { report, dryRun }: ProvisionOptions): Promise<ProvisionResult> {
  reportPlan(steps, report);
  if (!dryRun) await apply(steps, report);
  return { steps: steps.length };
}

function reportPlan(steps: readonly Step[], report: Report): void {
  if (steps.length === 0) {
    report.log('The site is as it should be: nothing to do.');
    return;
  }
  report.log(`${counted(steps.length, 'change')} to make:`);
  steps.forEach((step) => report.log(`  ${step.description}.`));
}

async function apply(steps: readonly Step[], report: Report): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await step.apply();
    report.progress('Provisioning', index + 1, steps.length);
  }
  if (steps.length > 0) report.log('Provisioned.');
}
