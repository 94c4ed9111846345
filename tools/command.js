'use strict';

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { root } = require('./installed');

/**
 * What Node is told to run the schoolgate command. A school of 2,000 lives in 120 MiB: with the limit Node lets rubbish pile up to about as
 * much again; with its own, of several GiB, to three times as much.
 * @type {readonly string[]}
 */
const command = ['--max-old-space-size=1024', '--import', pathToFileURL(require.resolve('tsx')).href, join(root, 'staging', 'cli.ts')];

module.exports = { command };
