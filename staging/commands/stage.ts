import { Command } from 'commander';
import { streamReport } from '../report';
import { stage } from '../stage/stage';
import { siteOption } from './site';

interface Options {
  readonly site: string;
  readonly dryRun?: boolean;
}

/** schoolgate stage */
export function stageCommand(): Command {
  return new Command('stage')
    .description('Publishes an MIS export: checks everything, decides who may see whom, shows the plan, writes what differs.')
    .argument('<folder>', 'folder with bundle.json and its CSV files')
    .addOption(siteOption())
    .option('--dry-run', 'do everything but write')
    .action(async (folder: string, { site, dryRun }: Options) => {
      const stopping = new AbortController();
      process.once('SIGINT', () => {
        process.stderr.write('\nStopping after the current batch.\n');
        stopping.abort();
      });
      const { exitCode } = await stage({ folder, siteUrl: site, dryRun, signal: stopping.signal, report: streamReport(process.stdout) });
      process.exitCode = exitCode;
    });
}
