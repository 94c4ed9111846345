'use strict';

const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { buildIfNeeded } = require('./build');
const { findBrowser } = require('./findBrowser');
const { installWhatIsMissing } = require('./installed');
const { run } = require('./run');

/** Folders of tests that take seconds: no site is provisioned or staged for them, no browser started. */
const fastFolders = ['domain', 'lists', 'data', 'loc', 'ui', 'app', 'family', 'features', 'webparts'].map((name) => `tests/${name}/`);

/**
 * `npm test` checks everything; `npm test -- domain` runs the tests whose path holds that word, and nothing else; `npm test -- --fast` runs
 * the tests that take seconds. The last line is "N passed, N failed": jest's tests, and one failure more for every check that fails.
 */
async function main(given) {
  installWhatIsMissing();
  const words = given.flatMap((word) => (word === '--fast' ? fastFolders : word));
  const failedChecks = words.length === 0 ? await check() : 0;
  const journeys = await testFiles('journeys', words);
  const failedPreparations = journeys.length > 0 ? await prepare() : 0;
  const quick = await jest(['--selectProjects', 'node', 'page'], words);
  const slow = journeys.length > 0 ? await jest(['--selectProjects', 'journeys', '--runInBand'], words) : { passed: 0, failed: 0 };
  const passed = quick.passed + slow.passed;
  const failed = quick.failed + slow.failed + failedChecks + failedPreparations;
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}

const everyFolder = ['src', 'sharepoint', 'staging', 'localsite', 'samples', 'tools', 'tests', 'bench'];

/** Each check and the command that makes it, the longest first. */
const checks = [
  ['Lint', 'eslint', '--ext', '.js,.ts,.tsx', '--max-warnings', '0', '.'],
  ['Types of the tools and tests', 'tsc', '-p', 'tsconfig.node.json'],
  ['Format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['Types of the web parts', 'tsc', '-p', 'tsconfig.json', '--noEmit'],
  ['Missing or unused strings', 'tsx', 'tools/checkStrings.ts'],
  ['Arrows between folders', 'depcruise', '--config', '.dependency-cruiser.js', ...everyFolder],
  ['Facts that comments name', 'tsx', 'tools/checkFacts.ts'],
];

/** Two at a time: each keeps one core busy. @returns {Promise<number>} how many checks failed */
async function check() {
  const left = [...checks];
  const lane = async () => {
    let failed = 0;
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, ...command] = next;
      failed += await step(name, () => tool(...command));
    }
    return failed;
  };
  const [one, other] = await Promise.all([lane(), lane()]);
  return one + other;
}

/** What journeys need: the production bundle and a browser. */
async function prepare() {
  return (
    (await step('Production bundle', () => buildIfNeeded())) +
    (await step('Browser', () => {
      process.env.SCHOOLGATE_BROWSER = findBrowser((line) => console.log(line));
    }))
  );
}

/** Does something and says in one line whether it went well. @returns {Promise<0 | 1>} how many failures */
async function step(name, action) {
  const started = Date.now();
  const say = (outcome) => console.log(`${name.padEnd(32)}${outcome.padEnd(8)}${Math.round((Date.now() - started) / 1000)} s`);
  try {
    await action();
    say('ok');
    return 0;
  } catch (error) {
    say('failed');
    console.log(error.message);
    return 1;
  }
}

async function tool(name, ...args) {
  const { ok, output } = await run(name, args);
  if (!ok) {
    throw new Error(output.trim());
  }
}

async function testFiles(project, words) {
  const { output } = await run('jest', ['--listTests', '--selectProjects', project, '--', ...words]);
  return output.split('\n').filter((line) => /\.test\.tsx?$/.test(line));
}

async function jest(options, words) {
  const folder = mkdtempSync(join(tmpdir(), 'schoolgate-'));
  const results = join(folder, 'results.json');
  try {
    await run('jest', [...options, '--passWithNoTests', '--json', `--outputFile=${results}`, '--', ...words], {
      onStderr: (text) => process.stdout.write(text),
    });
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch (error) {
    console.log(`jest gave no results: ${error.message}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
