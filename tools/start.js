'use strict';

const { spawn } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { installWhatIsMissing, projectEnvironment, root } = require('./installed');

/** What goes into the production bundle. */
const sources = ['src', 'config', 'gulpfile.js', 'tsconfig.json', 'package-lock.json'];

async function main() {
  installWhatIsMissing();
  if (isOutOfDate()) {
    console.log('Building the web parts (about half a minute)');
    await require('./build').build();
  }
  serve();
}

/** Whether there is no build, or one that is older than a file it is made from. */
function isOutOfDate() {
  const manifests = join(root, 'release', 'manifests');
  if (!existsSync(manifests) || readdirSync(manifests).length === 0) {
    return true;
  }
  const built = Math.min(...readdirSync(manifests).map((name) => statSync(join(manifests, name)).mtimeMs));
  return Math.max(...sources.map((name) => newest(join(root, name)))) > built;
}

/** When the newest file below a path was changed. SPFx writes `.scss.ts` beside styles while it builds: they do not count. */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) {
    return /\.scss\.(d\.)?ts$/.test(path) ? 0 : found.mtimeMs;
  }
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
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
