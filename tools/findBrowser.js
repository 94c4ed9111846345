'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { delimiter, join } = require('node:path');
const { projectEnvironment, root } = require('./installed');

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

/** Paths where installers put browsers that journeys can drive, by platform. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Microsoft Edge', 'Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const folders = [process.env['ProgramFiles(x86)'], process.env.ProgramFiles, process.env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = [
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, ...program)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** @returns {string | undefined} the path of a browser on this machine; SCHOOLGATE_BROWSER goes first */
function installedBrowser() {
  const chosen = process.env.SCHOOLGATE_BROWSER;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`SCHOOLGATE_BROWSER names ${chosen}, and nothing is there.`);
    return chosen;
  }
  return usualPlaces().find((place) => existsSync(place)) ?? playwrightsOwn();
}

/** @returns {string | undefined} the browser that Playwright downloaded earlier */
function playwrightsOwn() {
  const place = require('playwright-core').chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

/**
 * A browser, installed when there is none: Debian's own as root, else Playwright's.
 * @param {(line: string) => void} say tells the person at the terminal what is being installed
 * @returns {string} its path
 */
function findBrowser(say = () => undefined) {
  const found = installedBrowser();
  if (found !== undefined) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say('Installing Chromium with apt-get');
    succeeds('apt-get', ['update', '-qq']);
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  if (installedBrowser() === undefined) {
    say("Installing Playwright's Chromium");
    succeeds(join(root, 'node_modules', '.bin', 'playwright-core'), ['install', 'chromium']);
  }
  const installed = installedBrowser();
  if (installed === undefined) {
    throw new Error(
      'No browser was found and none could be installed. Install Edge, Chrome or Chromium, or set SCHOOLGATE_BROWSER to the path of one.',
    );
  }
  return installed;
}

function succeeds(command, args) {
  const env = projectEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
  return spawnSync(command, args, { stdio: 'ignore', env, shell: process.platform === 'win32' }).status === 0;
}

module.exports = { findBrowser, installedBrowser };
