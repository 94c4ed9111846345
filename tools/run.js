'use strict';

const { spawn } = require('node:child_process');
const { root, projectEnvironment } = require('./installed');

/**
 * Runs a tool of the project's packages under the project's Node and keeps quiet about what it says.
 * @param {string} tool name in node_modules/.bin
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, onStderr?: (text: string) => void }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} all that it wrote
 */
function run(tool, args, { env = {}, onStderr } = {}) {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { cwd: root, env: projectEnvironment(env), shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => {
      output += chunk;
      onStderr?.(String(chunk));
    });
    child.on('error', (error) => resolve({ ok: false, output: `${tool}: ${error.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

module.exports = { run };
