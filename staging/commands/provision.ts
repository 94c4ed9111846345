import { Command } from 'commander';
import { readPageDefinitions } from '../../sharepoint/pages/definition';
import { provision } from '../provision/provision';
import { streamReport } from '../report';
import { siteOption } from './site';

interface Options {
  readonly site: string;
  readonly dryRun?: boolean;
  readonly owner: readonly string[];
  readonly publisher: readonly string[];
  readonly staff: readonly string[];
  readonly pages?: string;
}

/** schoolgate provision */
export function provisionCommand(): Command {
  return new Command('provision')
    .description(
      'Creates lists, columns, groups, permission levels, pages and navigation on the site. Safe to repeat: what is right stays untouched.',
    )
    .addOption(siteOption())
    .option('--dry-run', 'show the plan, change nothing')
    .option('--owner <email>', 'runs Schoolgate at this school and sees everything; repeat for several', collect, [])
    .option('--publisher <email>', 'the account that stages the export; repeat for several', collect, [])
    .option('--staff <email>', 'writes notices, kit rules and pages; repeat for several', collect, [])
    .option('--pages <folder>', 'definitions of more pages, in the form of those in sharepoint/pages')
    .action(async ({ site, dryRun, owner, publisher, staff, pages }: Options) => {
      const more = pages === undefined ? [] : readPageDefinitions(pages);
      await provision({ siteUrl: site, dryRun, owners: owner, publisher, staff, pages: more, report: streamReport(process.stdout) });
    });
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
