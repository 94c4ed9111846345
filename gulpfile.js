'use strict';

const build = require('@microsoft/sp-build-web');
const { LoadsPlugin } = require('./config/loads');
const { nameVendorChunks } = require('./config/vendorChunks');

// Types, lint and tests are the business of `npm test`; gulp only builds.
build.lintCmd.enabled = false;
build.addSuppression(/Warning - \[sass\] The local CSS class .* is not camelCase/);

// With generated types, code that passes `tsc` on a fresh clone would fail here: both know the one type of src/styles.d.ts.
const stylesExport = build.sass._getStylesExportString.bind(build.sass);
build.sass._getStylesExportString = (classes) =>
  stylesExport(classes).replace('const styles =', 'const styles: Readonly<Record<string, string>> =');

build.configureWebpack.mergeConfig({
  additionalConfiguration: (configuration) => {
    nameVendorChunks(configuration);
    configuration.plugins.push(new LoadsPlugin());
    return configuration;
  },
});

build.initialize(require('gulp'));
