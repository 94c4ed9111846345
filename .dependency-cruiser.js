'use strict';

/** Arrows run one way: webparts > features > (ui, data) > lists > domain. `from` may not import `to`. */
function arrow(name, from, to, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to: { path: to } };
}

module.exports = {
  forbidden: [
    arrow(
      'domain-imports-nothing',
      '^src/domain/',
      '(^src/(?!domain/))|(^node_modules/)|(^(staging|localsite|samples|tools)/)',
      'School rules are pure.',
    ),
    {
      name: 'src-needs-no-node',
      severity: 'error',
      comment: 'What is in src runs in a browser.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    arrow(
      'lists-know-domain-only',
      '^src/lists/',
      '^src/(?!(lists|domain)/)',
      'Provisioning, staging and the local site read the lists without the web parts.',
    ),
    arrow(
      'data-below-features',
      '^src/data/',
      '^src/(features|ui|webparts|loc)/',
      'Data speaks domain types; words and views are above it.',
    ),
    arrow('ui-knows-no-data', '^src/ui/', '^src/(features|data|lists|webparts)/', 'Shared pieces show what they are given.'),
    arrow('strings-know-nothing', '^src/loc/', '^src/(?!(loc|domain)/)', 'Strings are words and plural forms.'),
    arrow('features-below-webparts', '^src/features/', '^src/webparts/', 'A view does not know which web part shows it.'),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      comment: 'What two features share belongs in ui, data or domain.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    arrow('webparts-are-thin', '^src/webparts/', '^src/lists/', 'A web part passes properties to a view; data is not its business.'),
    arrow(
      'src-stands-alone',
      '^src/',
      '^(sharepoint|staging|localsite|samples|tests|tools|bench)/',
      'What ships to SharePoint knows nothing of what serves or fills it here.',
    ),
    arrow(
      'node-side-knows-contracts-only',
      '^(staging|localsite|samples)/',
      '^src/(?!(lists|domain)/)',
      'Staging and the local site share lists and domain with the web parts, and nothing else.',
    ),
    arrow(
      'pages-know-nobody',
      '^sharepoint/',
      '^(src|staging|localsite|samples)/',
      'What a page holds is said without who writes or shows it.',
    ),
    arrow('nothing-needs-the-bench', '^(staging|localsite|samples|tests|tools)/', '^bench/', 'What measures the house is no part of it.'),
    arrow('staging-knows-no-local-site', '^staging/', '^(localsite|samples)/', 'Staging runs against a real tenant.'),
    {
      name: 'local-site-knows-no-staging',
      severity: 'error',
      comment: 'SharePoint does not know who fills it. Only the start of the demo (main.ts, start/) puts both together.',
      from: { path: '^localsite/', pathNot: '^localsite/(main|start/)' },
      to: { path: '^(staging|samples)/' },
    },
    { name: 'no-cycles', severity: 'error', comment: 'Two files that need each other are one subject.', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^SchoolgateWebPartStrings$|\\.module\\.scss$' },
    },
    {
      name: 'only-named-packages',
      severity: 'error',
      comment:
        'A package that package.json does not name may vanish. The page host reads the parts of the SPFx runtime, which come and go together.',
      from: { path: '^(src|staging|localsite|samples|bench)/', pathNot: '^localsite/pagehost/(host|standins)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(lib|temp|release|dist)/|\\.scss(\\.ts)?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
