'use strict';

const { readFileSync } = require('node:fs');
const { inflateRawSync } = require('node:zlib');

const endOfDirectory = 0x06054b50;
const stored = 0;

/**
 * The files of a zip archive, by name (PKWARE APPNOTE 4.3). Enough for a .sppkg: no ZIP64, no encryption.
 * @param {string} path
 * @returns {Map<string, Buffer>}
 */
function readZip(path) {
  const zip = readFileSync(path);
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== endOfDirectory) {
    end -= 1;
  }
  if (end < 0) {
    throw new Error(`${path} is not a zip archive`);
  }
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) {
      files.set(name, contentOf(zip, at));
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function contentOf(zip, entry) {
  const header = zip.readUInt32LE(entry + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  return zip.readUInt16LE(entry + 10) === stored ? bytes : inflateRawSync(bytes);
}

module.exports = { readZip };
