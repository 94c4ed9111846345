export interface StartOptions {
  readonly port: number;
  /** Start over with an empty site. */
  readonly fresh: boolean;
  readonly openBrowser: boolean;
}

/** What was asked for: `npm start -- --fresh --no-open`, `PORT=5000 npm start`. Throws for a port that is none. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const port = Number(env['PORT'] ?? '4321');
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error('PORT must be a number from 1 to 65535.');
  }
  return {
    port,
    fresh: args.includes('--fresh'),
    openBrowser: !args.includes('--no-open') && !env['CI']
  };
}
