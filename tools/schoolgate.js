'use strict';

const { spawnSync } = require('node:child_process');
const { installWhatIsMissing, projectEnvironment } = require('./installed');

/** Runs the schoolgate command under the project's own Node 22; installs what is missing, so that a fresh machine needs no other step. */
installWhatIsMissing();
// Only now: what it needs may just have been installed.
const { command } = require('./command');
const result = spawnSync('node', [...command, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: projectEnvironment(),
  stdio: 'inherit',
  shell: false,
});
process.exitCode = result.status ?? 2;
