'use strict';

const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { crc32, deflateSync } = require('node:zlib');
const { root } = require('./installed');

/*
 * Draws the icons that Teams shows, an open school gate: run `npm exec node tools/drawIcons.js` after adding a web part.
 * SharePoint finds them by the web part's id: 192 pixels in colour, 32 pixels in white on nothing.
 */
const navy = [22, 54, 92];
const white = [255, 255, 255];

/** Whether a point of the unit square is ink: two posts, an arch above them, and two leaves that stand open. */
function isGate(x, y) {
  const fromMiddle = Math.abs(x - 0.5);
  const post = fromMiddle > 0.27 && fromMiddle < 0.34 && y > 0.4 && y < 0.82;
  const radius = Math.hypot(x - 0.5, y - 0.42);
  const arch = y <= 0.42 && radius > 0.27 && radius < 0.34;
  const rails = [0.52, 0.7].some((rail) => Math.abs(y - rail - (0.27 - fromMiddle) * 0.35) < 0.022);
  const bars = [0.24, 0.185, 0.13].some((bar) => Math.abs(fromMiddle - bar) < 0.0175);
  const leaf = fromMiddle > 0.11 && fromMiddle < 0.27 && y > 0.46 && y < 0.8;
  return post || arch || (leaf && (rails || bars));
}

/** The share of a pixel that is ink, from 16 points in it. */
function ink(column, row, size) {
  let hits = 0;
  for (let point = 0; point < 16; point += 1) {
    const x = (column + ((point % 4) + 0.5) / 4) / size;
    const y = (row + (Math.floor(point / 4) + 0.5) / 4) / size;
    hits += isGate(x, y) ? 1 : 0;
  }
  return hits / 16;
}

function inColour(column, row, size) {
  const share = ink(column, row, size);
  return [...navy.map((value, channel) => Math.round(value + (white[channel] - value) * share)), 255];
}

function inOutline(column, row, size) {
  return [...white, Math.round(ink(column, row, size) * 255)];
}

/** A PNG of 8-bit RGBA pixels (W3C PNG, filter 0 on every row). */
function png(size, pixel) {
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: size }, (__, column) => pixel(column, row, size)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** @returns {string[]} ids of all web parts */
function webPartIds() {
  const folder = join(root, 'src', 'webparts');
  const manifests = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.manifest.json'));
  return manifests.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).id);
}

for (const id of webPartIds()) {
  writeFileSync(join(root, 'teams', `${id}_color.png`), png(192, inColour));
  writeFileSync(join(root, 'teams', `${id}_outline.png`), png(32, inOutline));
}
