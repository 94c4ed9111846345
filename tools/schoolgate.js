'use strict';

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { installWhatIsMissing, projectEnvironment, root } = require('./installed');

/** Runs the schoolgate command under the project's own Node 22; installs what is missing, so that a fresh machine needs no other step. */
installWhatIsMissing();
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const result = spawnSync('node', [tsx, join(root, 'staging', 'cli.ts'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(), env: projectEnvironment(), stdio: 'inherit', shell: false
});
process.exitCode = result.status ?? 2;
