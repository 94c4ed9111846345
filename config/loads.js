'use strict';

const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * @typedef {object} Loads file names of chunks
 * @property {Record<string, string[]>} firstLoads what a web part fetches before it shows anything, by folder of src/webparts
 * @property {Record<string, string[]>} staff what code for staff fetches, by name of its chunk
 * @property {Record<string, string[]>} onDemand what anything else fetches when somebody asks for it, by name of its chunk
 * @property {string[]} fluent the chunks that hold Fluent UI
 */

/** Writes down what is fetched and when, for the check of the build's size. */
class LoadsPlugin {
  apply(compiler) {
    compiler.hooks.done.tap('LoadsPlugin', ({ compilation }) => {
      writeFileSync(join(compiler.context, 'temp', 'loads.json'), JSON.stringify(loadsOf(compilation), undefined, 2));
    });
  }
}

/** @returns {Loads} */
function loadsOf(compilation) {
  const loads = { firstLoads: {}, staff: {}, onDemand: {}, fluent: filesWithFluent(compilation) };
  for (const group of compilation.chunkGroups) {
    const files = group.chunks.flatMap((chunk) => [...chunk.files]);
    for (const origin of group.isInitial() ? [] : group.origins) {
      const webPart = /[\\/]lib[\\/]webparts[\\/](\w+)[\\/]\w+WebPart\.js$/.exec(origin.module?.resource ?? '')?.[1];
      if (isForStaff(origin)) add(loads.staff, group.name, files);
      else if (webPart !== undefined) add(loads.firstLoads, webPart, files);
      else add(loads.onDemand, group.name, files);
    }
  }
  return loads;
}

function add(loads, name, files) {
  loads[name] = [...new Set([...(loads[name] ?? []), ...files])];
}

function filesWithFluent({ chunks, chunkGraph }) {
  // Webpack joins modules: the joined one names those inside.
  const isFluent = (module) => (module.modules ?? [module]).some(({ resource }) => fluent.test(resource ?? ''));
  return [...chunks].filter((chunk) => [...chunkGraph.getChunkModulesIterable(chunk)].some(isFluent)).flatMap((chunk) => [...chunk.files]);
}

const fluent = /[\\/]node_modules[\\/]@fluentui[\\/]/;

/** Code for staff lies in folders of that name: where it is asked for, its path says so. */
function isForStaff({ request }) {
  return /[\\/]staff[\\/]/.test(request ?? '');
}

/** Whether only code for staff fetches a chunk. */
function isStaffChunk(chunk) {
  return [...chunk.groupsIterable].every((group) => group.origins.length > 0 && group.origins.every(isForStaff));
}

module.exports = { LoadsPlugin, fluent, isStaffChunk };
