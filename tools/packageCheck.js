'use strict';

const { basename, posix } = require('node:path');
const { gzipSync } = require('node:zlib');

const kilobyte = 1024;

/** Compressed bytes that a parent's phone may have to fetch. */
const budgets = { entry: 30 * kilobyte, firstLoad: 175 * kilobyte };

const hashedName = /_[0-9a-f]{20,32}\.js$/;
const stringsName = /^\w+Strings_[a-z]{2}(-[a-z]{2,4})?_/;

/**
 * What is wrong with a package: what must not be shipped in it, and what is not as SharePoint wants it.
 * @param {Map<string, Buffer>} files of the .sppkg
 * @returns {string[]} a sentence for each problem
 */
function problemsIn(files) {
  const problems = [];
  for (const [name, content] of files) {
    problems.push(...problemsOfFile(name, content.toString('utf8')));
  }
  const app = files.get('AppManifest.xml')?.toString('utf8') ?? '';
  if (!app.includes('SkipFeatureDeployment="true"')) problems.push('The package cannot be deployed to the whole tenant.');
  if (app.includes('WebApiPermission')) problems.push('The package asks for permissions.');
  if (!files.has('ClientSideAssets.xml')) problems.push('The package does not hold its scripts.');
  return problems;
}

function problemsOfFile(name, text) {
  const problems = [];
  if (/\.(map|ts|tsx|scss)$/.test(name)) problems.push(`${name} is a development file.`);
  if (/localhost|sourceMappingURL|webpack-internal|__webpack_dev/.test(text)) problems.push(`${name} comes from a development build.`);
  if (/ListInstance|ElementManifest/.test(name.endsWith('.xml') ? text : ''))
    problems.push(`${name} provisions something; the schoolgate command does that.`);
  if (name.endsWith('.js') && !hashedName.test(name)) problems.push(`${name} has no hash in its name: browsers would keep an old one.`);
  if (name.endsWith('.js') && !stringsName.test(basename(name)) && !isMinified(text)) problems.push(`${name} is not minified.`);
  return problems;
}

/** Minified code has no indented lines; what is between braces stays on one line. */
function isMinified(text) {
  const indented = text.split('\n').filter((line) => /^ {2,}\S/.test(line)).length;
  return indented <= 2;
}

/**
 * Compressed sizes of what web parts load.
 * @param {Map<string, Buffer>} files of the .sppkg
 * @param {Record<string, readonly string[]>} firstLoads chunk files by web part
 */
function sizesOf(files, firstLoads) {
  const scripts = new Map(
    [...files]
      .filter(([name]) => name.endsWith('.js'))
      .map(([name, content]) => [posix.basename(name), gzipSync(content, { level: 9 }).length]),
  );
  const entry = sizeOf(
    scripts,
    [...scripts.keys()].filter((name) => name.startsWith('schoolgate-web-parts_')),
  );
  const strings = sizeOf(
    scripts,
    [...scripts.keys()].filter((name) => stringsName.test(name) && name.includes('_en-us_')),
  );
  const webParts = Object.entries(firstLoads).map(([name, chunks]) => ({ name, bytes: entry + strings + sizeOf(scripts, chunks) }));
  return { entry, webParts, total: sizeOf(scripts, [...scripts.keys()]), scripts: Object.fromEntries(scripts) };
}

function sizeOf(scripts, names) {
  return names.reduce((sum, name) => {
    const bytes = scripts.get(name);
    if (bytes === undefined) throw new Error(`The package lacks ${name}`);
    return sum + bytes;
  }, 0);
}

/** @param {ReturnType<typeof sizesOf>} sizes */
function overBudget(sizes) {
  const rows = [{ name: 'The entry', bytes: sizes.entry, budget: budgets.entry }].concat(
    sizes.webParts.map(({ name, bytes }) => ({ name: `The first load of ${name}`, bytes, budget: budgets.firstLoad })),
  );
  return rows
    .filter(({ bytes, budget }) => bytes > budget)
    .map(({ name, bytes, budget }) => `${name} is ${kilobytes(bytes)}, its budget is ${kilobytes(budget)}.`);
}

function kilobytes(bytes) {
  return `${(bytes / kilobyte).toFixed(1)} KB`;
}

module.exports = { budgets, kilobytes, overBudget, problemsIn, sizesOf };
