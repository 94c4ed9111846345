'use strict';

const { existsSync, readFileSync, readdirSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { stripVTControlCharacters } = require('node:util');
const { installWhatIsMissing, root } = require('./installed');
const { budgets, fluentAtFirst, kilobytes, overBudget, problemsIn, sizesOf } = require('./packageCheck');
const { readZip } = require('./readZip');
const { run } = require('./run');

const solution = join(root, 'sharepoint', 'solution', 'schoolgate.sppkg');

/** A clean production build and its package, checked. Throws with what is wrong. */
async function build() {
  rmSync(solution, { force: true });
  await gulp('clean');
  await gulp('bundle', '--ship');
  await gulp('package-solution', '--ship');
  if (!existsSync(solution)) {
    throw new Error('gulp made no package.');
  }
  const files = readZip(solution);
  const loads = JSON.parse(readFileSync(join(root, 'temp', 'loads.json'), 'utf8'));
  const sizes = sizesOf(files, loads);
  const problems = [...problemsIn(files), ...fluentAtFirst(loads), ...overBudget(sizes)];
  if (problems.length > 0) {
    throw new Error([...problems, printed(sizes)].join('\n'));
  }
  return sizes;
}

/**
 * Builds unless the package is there and younger than all that it is made of.
 * @param {() => void} [onStart] told before a build begins
 */
async function buildIfNeeded(onStart = () => undefined) {
  const made = existsSync(solution) && existsSync(join(root, 'release', 'manifests')) ? statSync(solution).mtimeMs : 0;
  const sources = ['src', 'config', 'gulpfile.js', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name));
  if (Math.max(...sources.map(youngest)) > made) {
    onStart();
    await build();
  }
}

/** When the youngest file at or below a path was changed, in milliseconds. What gulp writes beside sources is left out. */
function youngest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return path.endsWith('.scss.ts') ? 0 : stat.mtimeMs;
  }
  return Math.max(0, ...readdirSync(path).map((name) => youngest(join(path, name))));
}

async function gulp(...args) {
  const { ok, output } = await run('gulp', args);
  if (!ok) {
    const plain = stripVTControlCharacters(output);
    const telling = plain.split('\n').filter((line) => /error|warning/i.test(line));
    throw new Error(`gulp ${args.join(' ')} failed\n${(telling.length > 0 ? telling : [plain]).join('\n')}`);
  }
}

function printed(sizes) {
  const rows = [
    ['entry', sizes.entry, budgets.entry],
    ...sizes.webParts.map(({ name, bytes }) => [`${name}, first load`, bytes, budgets.firstLoad]),
    ...sizes.staff.map(({ name, bytes }) => [`${name}, when asked for`, bytes, budgets.staff]),
    ...sizes.onDemand.map(({ name, bytes }) => [`${name}, when asked for`, bytes]),
    ['all scripts', sizes.total],
  ];
  const lines = rows.map(
    ([name, bytes, budget]) =>
      `  ${name.padEnd(48)}${kilobytes(bytes).padStart(10)}${budget === undefined ? '' : `   of ${kilobytes(budget)}`}`,
  );
  return ['Compressed sizes', ...lines].join('\n');
}

async function main() {
  installWhatIsMissing();
  const sizes = await build();
  console.log(printed(sizes));
  console.log(
    JSON.stringify({
      entry: sizes.entry,
      firstLoad: sizes.webParts,
      staff: sizes.staff,
      onDemand: sizes.onDemand,
      total: sizes.total,
      budgets,
    }),
  );
  console.log('Built sharepoint/solution/schoolgate.sppkg');
}

if (require.main === module) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

module.exports = { build, buildIfNeeded };
