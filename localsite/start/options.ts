import { join } from 'node:path';

export interface StartOptions {
  /** Where the site's database and the demo school's export are kept. */
  readonly folder: string;
  readonly port: number;
  /** Start over with an empty site. */
  readonly fresh: boolean;
  readonly openBrowser: boolean;
}

/** What was asked for: `npm start -- --fresh --no-open`, `PORT=5000 npm start`, another SCHOOLGATE_FOLDER. Throws for a port that is none. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv, root: string): StartOptions {
  const port = Number(env['PORT'] ?? '4321');
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error('PORT must be a number from 1 to 65535.');
  }
  return {
    folder: env['SCHOOLGATE_FOLDER'] ?? join(root, '.local'),
    port,
    fresh: args.includes('--fresh'),
    openBrowser: !args.includes('--no-open') && !env['CI'],
  };
}
