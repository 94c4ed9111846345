'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { delimiter, join } = require('node:path');

const root = join(__dirname, '..');

/** Installs the packages when one that package.json names is missing or the lock file asks for another version. Ends the process when that fails. */
function installWhatIsMissing() {
  const { dependencies, devDependencies } = require('../package.json');
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const missing = names.filter((name) => !existsSync(join(root, 'node_modules', name, 'package.json')));
  if (missing.length === 0 && isAsLocked()) {
    return;
  }
  console.log('Installing packages (about two minutes, once)');
  const result = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('The packages could not be installed. See the messages of npm above.');
    process.exit(1);
  }
}

/** Whether what is installed has the versions of the lock file. npm writes down what it installed; packages for other systems are not among it. */
function isAsLocked() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) {
    return false;
  }
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const there = versions(installed);
  return Object.entries(versions(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || link || there[path]?.version === version || ((optional || devOptional) && !there[path]),
  );
}

/** The environment for child processes: the project's own Node 22 and tools come first, whatever the machine has. */
function projectEnvironment(more = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? process.env.Path ?? ''].join(delimiter);
  // node:sqlite is still called experimental in Node 22.
  const options = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim();
  return { ...process.env, Path: path, PATH: path, NODE_OPTIONS: options, ...more };
}

module.exports = { root, installWhatIsMissing, projectEnvironment };
