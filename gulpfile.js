'use strict';

const build = require('@microsoft/sp-build-web');
const { nameVendorChunks } = require('./config/vendorChunks');

// Types, lint and tests are the business of `npm test`; gulp only builds.
build.lintCmd.enabled = false;
build.addSuppression(/Warning - \[sass\] The local CSS class .* is not camelCase/);

build.configureWebpack.mergeConfig({ additionalConfiguration: nameVendorChunks });

build.initialize(require('gulp'));
