'use strict';

const build = require('@microsoft/sp-build-web');
const { FirstLoadPlugin } = require('./config/firstLoad');
const { nameVendorChunks } = require('./config/vendorChunks');

// Types, lint and tests are the business of `npm test`; gulp only builds.
build.lintCmd.enabled = false;
build.addSuppression(/Warning - \[sass\] The local CSS class .* is not camelCase/);

build.configureWebpack.mergeConfig({
  additionalConfiguration: (configuration) => {
    nameVendorChunks(configuration);
    configuration.plugins.push(new FirstLoadPlugin());
    return configuration;
  }
});

build.initialize(require('gulp'));
