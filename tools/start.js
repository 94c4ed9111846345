'use strict';

const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { buildIfNeeded } = require('./build');
const { installWhatIsMissing, projectEnvironment, root } = require('./installed');

async function main() {
  installWhatIsMissing();
  await buildIfNeeded(() => console.log('Building the web parts (about half a minute)'));
  serve();
}

/** Runs the local site under the project's own Node 22; the SQLite inside Node is newer than Node 20. */
function serve() {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const args = ['--import', 'tsx', join('localsite', 'main.ts'), ...process.argv.slice(2)];
  const child = spawn(node, args, { cwd: root, env: projectEnvironment(), stdio: 'inherit' });
  process.on('SIGINT', () => undefined); // the terminal tells the child as well, which closes and ends
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('close', (code) => {
    process.exitCode = code ?? 0;
  });
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
