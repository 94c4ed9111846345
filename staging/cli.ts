import { Command } from 'commander';
import { provisionCommand } from './commands/provision';
import { stageCommand } from './commands/stage';
import { errorText } from './plainError';

/** Runs the command line. The command sets the exit code: 'schoolgate stage --help' says what each means. */
async function main(): Promise<void> {
  const program = new Command('schoolgate')
    .description("Sets up a SharePoint site for parents and publishes a school's MIS export to it.")
    .addHelpText('after', '\nSCHOOLGATE_TOKEN holds the bearer token for the site.')
    .addCommand(provisionCommand())
    .addCommand(stageCommand());
  // Commander leaves with 1 where a command is used wrongly; here 1 means that something was published.
  for (const command of [program, ...program.commands]) command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  await program.parseAsync();
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${errorText(thrown)}\n`);
  process.exitCode = 2;
});
