'use strict';

const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Writes down which chunks each web part fetches before it shows anything, for the check of the build's size. */
class FirstLoadPlugin {
  apply(compiler) {
    compiler.hooks.done.tap('FirstLoadPlugin', ({ compilation }) => {
      writeFileSync(join(compiler.context, 'temp', 'first-load.json'), JSON.stringify(chunksByWebPart(compilation), undefined, 2));
    });
  }
}

/** @returns {Record<string, string[]>} file names by folder of src/webparts */
function chunksByWebPart(compilation) {
  const files = {};
  for (const group of compilation.chunkGroups) {
    for (const origin of group.origins) {
      const folder = /[\\/]lib[\\/]webparts[\\/](\w+)[\\/]\w+WebPart\.js$/.exec(origin.module?.resource ?? '')?.[1];
      if (folder !== undefined) {
        files[folder] = [...new Set([...(files[folder] ?? []), ...group.chunks.flatMap((chunk) => [...chunk.files])])];
      }
    }
  }
  return files;
}

module.exports = { FirstLoadPlugin };
