'use strict';

/**
 * Only lazy code can be split: SPFx loads one script per web part. Libraries get chunks of their own, so that
 * web parts share them and a release that changes our code leaves them in the browser's cache. They are named,
 * for a number says nothing to an admin who reads a list of requests.
 */
const vendors = {
  fluent: /[\\/]node_modules[\\/]@(fluentui|microsoft[\\/]load-themed-styles)[\\/]/,
  sharepoint: /[\\/]node_modules[\\/](@pnp|valibot)[\\/]/,
  query: /[\\/]node_modules[\\/](@tanstack|use-sync-external-store)[\\/]/,
};

/** @param {import('webpack').Configuration} configuration the one that SPFx made, which is changed */
function nameVendorChunks(configuration) {
  const cacheGroups = { default: false, defaultVendors: false };
  for (const [name, test] of Object.entries(vendors)) {
    cacheGroups[name] = { test, name: `vendor-${name}`, chunks: 'async', enforce: true };
  }
  configuration.optimization = { ...configuration.optimization, splitChunks: { chunks: 'async', cacheGroups } };
}

module.exports = { nameVendorChunks };
