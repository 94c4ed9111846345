'use strict';

/** Packages published as ES modules only: jest runs CommonJS, so swc rewrites them. */
const esModules = ['@pnp', 'valibot', '@hono', 'hono', 'csv-parse', 'commander', 'fast-check', 'pure-rand'].join('|');

/** The SPFx build brings an old jest along: its environment must not be taken for ours. */
const nodeEnvironment = require.resolve('jest-environment-node', { paths: [require.resolve('jest')] });

const shared = {
  rootDir: __dirname,
  transform: {
    '^.+\\.(ts|tsx)$': ['@swc/jest', swcOptions({ syntax: 'typescript', tsx: true })],
    '^.+\\.m?js$': ['@swc/jest', swcOptions({ syntax: 'ecmascript' })],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
  moduleNameMapper: {
    '\\.(scss|css)$': 'identity-obj-proxy',
    '^SchoolgateWebPartStrings$': '<rootDir>/tests/setup/webPartStrings.ts',
  },
  testPathIgnorePatterns: ['/node_modules/', '/lib/', '/temp/', '/dist/', '/release/', '/\\.local/'],
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/temp/', '<rootDir>/dist/', '<rootDir>/release/'],
};

function swcOptions(parser) {
  return {
    jsc: { parser, target: 'es2022', transform: { react: { runtime: 'classic' } } },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  };
}

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: nodeEnvironment,
      setupFilesAfterEnv: ['<rootDir>/tests/setup/node.ts'],
      testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/tests/**/*.test.tsx'],
      testPathIgnorePatterns: [
        ...shared.testPathIgnorePatterns,
        '<rootDir>/tests/features/',
        '<rootDir>/tests/webparts/',
        '<rootDir>/tests/journeys/',
      ],
    },
    {
      ...shared,
      displayName: 'page',
      testEnvironment: '<rootDir>/tests/setup/browserWithFetch.js',
      setupFilesAfterEnv: ['<rootDir>/tests/setup/page.ts'],
      testMatch: ['features', 'webparts'].flatMap((area) => ['ts', 'tsx'].map((kind) => `<rootDir>/tests/${area}/**/*.test.${kind}`)),
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: nodeEnvironment,
      setupFilesAfterEnv: ['<rootDir>/tests/setup/journeys.ts'],
      globalSetup: '<rootDir>/tests/journeys/globalSetup.ts',
      globalTeardown: '<rootDir>/tests/journeys/globalTeardown.ts',
      testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'],
    },
  ],
};
