'use strict';

const { basename, posix } = require('node:path');
const { gzipSync } = require('node:zlib');

const kilobyte = 1024;

/** Compressed bytes at most: what a parent's phone fetches first, and what code for staff fetches when it is asked for. */
const budgets = { entry: 30 * kilobyte, firstLoad: 90 * kilobyte, staff: 180 * kilobyte };

const entryName = /^schoolgate-web-parts_/;

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
 * Compressed sizes of what is loaded, and when.
 * @param {Map<string, Buffer>} files of the .sppkg
 * @param {import('../config/loads').Loads} loads
 */
function sizesOf(files, loads) {
  const scripts = new Map(
    [...files]
      .filter(([name]) => name.endsWith('.js'))
      .map(([name, content]) => [posix.basename(name), gzipSync(content, { level: 9 }).length]),
  );
  const names = [...scripts.keys()];
  const entry = sizeOf(
    scripts,
    names.filter((name) => entryName.test(name)),
  );
  const strings = sizeOf(
    scripts,
    names.filter((name) => stringsName.test(name) && name.includes('_en-us_')),
  );
  const sized = (loadsByName, before) =>
    Object.entries(loadsByName).map(([name, chunks]) => ({ name, bytes: before + sizeOf(scripts, chunks) }));
  return {
    entry,
    webParts: sized(loads.firstLoads, entry + strings),
    staff: sized(loads.staff, 0),
    onDemand: sized(loads.onDemand, 0),
    total: sizeOf(scripts, names),
    scripts: Object.fromEntries(scripts),
  };
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
  const rows = [
    { name: 'The entry', bytes: sizes.entry, budget: budgets.entry },
    ...sizes.webParts.map(({ name, bytes }) => ({ name: `The first load of ${name}`, bytes, budget: budgets.firstLoad })),
    ...sizes.staff.map(({ name, bytes }) => ({ name: `The code for staff in ${name}`, bytes, budget: budgets.staff })),
  ];
  return rows
    .filter(({ bytes, budget }) => bytes > budget)
    .map(({ name, bytes, budget }) => `${name} is ${kilobytes(bytes)}, its budget is ${kilobytes(budget)}.`);
}

/**
 * Fluent UI may be fetched when somebody asks for what it is needed for, never at first.
 * @param {import('../config/loads').Loads} loads
 * @returns {string[]} a sentence for each web part that breaks this
 */
function fluentAtFirst({ firstLoads, fluent }) {
  const entryHasIt = fluent.some((name) => entryName.test(name));
  return Object.entries(firstLoads)
    .filter(([, chunks]) => entryHasIt || chunks.some((chunk) => fluent.includes(chunk)))
    .map(([name]) => `The first load of ${name} holds Fluent UI.`);
}

function kilobytes(bytes) {
  return `${(bytes / kilobyte).toFixed(1)} KB`;
}

module.exports = { budgets, fluentAtFirst, kilobytes, overBudget, problemsIn, sizesOf };
