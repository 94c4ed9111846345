'use strict';

const { fluent, isStaffChunk } = require('./loads');

/**
 * Only lazy code can be split: SPFx loads one script per web part. Libraries get chunks of their own, so that
 * web parts share them and a release that changes our code leaves them in the browser's cache. They are named,
 * for a number says nothing to an admin who reads a list of requests.
 */
const vendors = {
  // What a parent may open one day must not bring along the many controls that only staff use.
  'fluent-staff': (module, { chunkGraph }) => fluent.test(module.resource ?? '') && chunksOf(module, chunkGraph).every(isStaffChunk),
  fluent,
  // What puts our own style sheets into the page: every view has it.
  styles: /[\\/]node_modules[\\/]@microsoft[\\/]load-themed-styles[\\/]/,
  sharepoint: /[\\/]node_modules[\\/](@pnp|valibot)[\\/]/,
  query: /[\\/]node_modules[\\/](@tanstack|use-sync-external-store)[\\/]/,
};

function chunksOf(module, chunkGraph) {
  return [...chunkGraph.getModuleChunksIterable(module)];
}

/** @param {import('webpack').Configuration} configuration the one that SPFx made, which is changed */
function nameVendorChunks(configuration) {
  const cacheGroups = { default: false, defaultVendors: false };
  Object.entries(vendors).forEach(([name, test], place, all) => {
    cacheGroups[name] = { test, name: `vendor-${name}`, chunks: 'async', enforce: true, priority: all.length - place };
  });
  configuration.optimization = { ...configuration.optimization, splitChunks: { chunks: 'async', cacheGroups } };
}

module.exports = { nameVendorChunks };
