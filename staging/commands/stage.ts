import { Command, InvalidArgumentError } from 'commander';
import { limitNames, limitOf, type Limits } from '../stage/limits';
import { streamReport } from '../report';
import { stage } from '../stage/stage';
import { siteOption } from './site';

interface Options {
  readonly site: string;
  readonly dryRun?: boolean;
  readonly approve?: string;
  readonly limit?: Partial<Limits>;
}

const exitCodes = `
Exit codes, and what a scheduler does with them:
  0  published, or nothing to do, whatever is held back as it was last time
  1  the same, and something new is held back or waits for a person: read it
  2  nothing was published: the export was refused, or waits as a whole; parents see the last good data
  3  somebody who should be shut out may still read: act now
  4  stopped half-way, or the site refused something: run it again
The last line of output is the same in JSON.

Under "waits", the run prints who would gain, who would lose and what would go, by id, and a token.
--approve TOKEN does exactly that, once, for that export and that state of the site; --dry-run prints the same without writing.`;

/** schoolgate stage */
export function stageCommand(): Command {
  return new Command('stage')
    .description('Publishes an MIS export: checks everything, decides who may see whom, shows the plan, writes what differs.')
    .argument('<folder>', 'folder with bundle.json and its CSV files')
    .addOption(siteOption())
    .option('--dry-run', 'do everything but write')
    .option('--approve <token>', 'do what waits, as the run before printed it')
    .option(
      '--limit <name=share>',
      `ask only when more than this changes, like pupils=10% or pupils=10%,20 (${limitNames.join(', ')}); repeat for several`,
      collectLimits,
    )
    .addHelpText('after', exitCodes)
    .action(async (folder: string, { site, dryRun, approve, limit }: Options) => {
      const stopping = new AbortController();
      process.once('SIGINT', () => {
        process.stderr.write('\nStopping after the current batch.\n');
        stopping.abort();
      });
      const report = streamReport(process.stdout);
      const { exitCode } = await stage({ folder, siteUrl: site, dryRun, approve, limits: limit, signal: stopping.signal, report });
      process.exitCode = exitCode;
    });
}

function collectLimits(text: string, earlier: Partial<Limits> | undefined): Partial<Limits> {
  const limit = limitOf(text);
  if (!limit) throw new InvalidArgumentError(`This should be like pupils=10% or pupils=10%,20, with one of ${limitNames.join(', ')}.`);
  return { ...earlier, ...limit };
}
