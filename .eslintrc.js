'use strict';

const onlyIn = (name, folder, reason) => ({ group: [name, `${name}/*`, `${name}/**`], message: `${reason} Import it in ${folder} only.` });
const sharePointClient = onlyIn('@pnp', 'src/data', "How SharePoint is spoken to is the data layer's business.");
const fluent = onlyIn('@fluentui', 'src/ui/fluent', 'Shared pieces wrap Fluent, so that views look alike and load it on demand.');
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const typedRules = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const size = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};

module.exports = {
  root: true,
  ignorePatterns: [
    'node_modules/',
    'lib/',
    'dist/',
    'temp/',
    'release/',
    'coverage/',
    '.local/',
    'sharepoint/solution/',
    '*.scss.ts',
    'src/webparts/loc/*.js',
  ],
  reportUnusedDisableDirectives: true,
  parserOptions: { ecmaVersion: 2022 },
  extends: ['eslint:recommended'],
  rules: { ...size, eqeqeq: 'error', 'no-console': 'off' },
  overrides: [
    {
      files: ['*.js'],
      env: { node: true, es2022: true },
    },
    {
      files: ['*.ts', '*.tsx'],
      parser: '@typescript-eslint/parser',
      parserOptions: { project: './tsconfig.eslint.json', tsconfigRootDir: __dirname },
      plugins: ['@typescript-eslint', 'react-hooks', '@microsoft/spfx'],
      extends: ['plugin:@typescript-eslint/recommended'],
      rules: {
        ...typedRules,
        ...forbid(fluent),
        'react-hooks/rules-of-hooks': 'error',
        'react-hooks/exhaustive-deps': 'error',
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      },
    },
    {
      files: ['src/**'],
      rules: {
        ...forbid(sharePointClient, fluent),
        'no-console': 'error',
        'no-restricted-globals': [
          'error',
          { name: 'localStorage', message: 'Nothing about a person is kept in web storage.' },
          { name: 'sessionStorage', message: 'Nothing about a person is kept in web storage.' },
        ],
        '@microsoft/spfx/import-requires-chunk-name': 'error',
        '@microsoft/spfx/no-require-ensure': 'error',
        '@microsoft/spfx/pair-react-dom-render-unmount': 'error',
      },
    },
    { files: ['src/data/**'], rules: forbid(fluent) },
    { files: ['src/ui/fluent/**'], rules: forbid(sharePointClient) },
    { files: ['localsite/pagehost/**'], rules: { 'no-restricted-imports': 'off' } },
    {
      files: ['tests/**'],
      env: { jest: true },
      rules: {
        // A test reads answers as they come over the wire: what it expects of them is its check of their shape.
        ...Object.fromEntries(
          Object.keys(typedRules)
            .filter((rule) => rule.includes('/no-unsafe-'))
            .map((rule) => [rule, 'off']),
        ),
        'max-lines-per-function': 'off',
        'no-control-regex': 'off',
        'no-restricted-imports': 'off',
      },
    },
  ],
};
