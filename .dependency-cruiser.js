'use strict';

/** Arrows run one way: webparts > features > family > app > (ui, data, loc) > lists > domain. `from` may not import `to`. */
function arrow(name, from, to, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to: { path: to } };
}

/** Folders of the local site, lowest first: a file imports from its own folder and from those before it. */
const localSiteLayers = ['wire', 'query', 'objects', 'context', 'store', 'security', 'columns', 'operations', 'routes', 'api', 'batch'];

function localSiteLayer(folder, index) {
  const allowed = localSiteLayers.slice(0, index + 1).join('|');
  return arrow(
    `local-site-${folder}`,
    `^localsite/${folder}/`,
    `^localsite/(?!(${allowed})/)`,
    'The local site is built in layers; what two of them share lies in a lower one.',
  );
}

/**
 * Code that is fetched when somebody asks for it: Fluent's wrappers, and in features and web parts what needs them. From outside only an
 * `import()` leads there, so whatever a first view imports, and whatever that imports, is without Fluent.
 */
const onDemand = '^src/(ui/fluent|.+/(onDemand|staff))/';

const fluentOnDemand = [
  {
    name: 'fluent-in-its-wrappers-only',
    severity: 'error',
    comment: 'Shared pieces wrap Fluent, so that views look alike and load it on demand.',
    from: { path: '^src/', pathNot: '^src/ui/fluent/' },
    to: { path: '(^|/)node_modules/@fluentui/' },
  },
  {
    name: 'on-demand-by-import-only',
    severity: 'error',
    comment: "What parents load at first stays small: code in 'ui/fluent', 'onDemand' and 'staff' comes by import().",
    from: { path: '^src/', pathNot: onDemand },
    to: { path: onDemand, dependencyTypesNot: ['dynamic-import', 'type-only'] },
  },
];

module.exports = {
  forbidden: [
    ...fluentOnDemand,
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
      'data-below-views',
      '^src/data/',
      '^src/(app|family|features|ui|webparts|loc)/',
      'Data speaks domain types; words and views are above it.',
    ),
    arrow('ui-knows-no-data', '^src/ui/', '^src/(app|family|features|data|lists|webparts|loc)/', 'Shared pieces show what they are given.'),
    arrow('strings-know-nothing', '^src/loc/', '^src/(?!(loc|domain)/)', 'Strings are words and plural forms.'),
    arrow(
      'app-knows-no-family',
      '^src/app/',
      '^src/(family|features|webparts)/',
      'What every view stands in does not know what any view is about.',
    ),
    arrow(
      'family-knows-no-feature',
      '^src/family/',
      '^src/(features|webparts)/',
      'What parents’ views share does not know which view it is in.',
    ),
    arrow('features-below-webparts', '^src/features/', '^src/webparts/', 'A view does not know which web part shows it.'),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      comment: 'What two features share belongs in family, app, ui, data or domain.',
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
    {
      name: 'tests-share-through-the-kit',
      severity: 'error',
      comment: 'What tests of two folders need is in tests/kit, once.',
      from: { path: '^tests/([^/]+)/' },
      to: { path: '^tests/', pathNot: '^tests/(kit|features|$1)/' },
    },
    arrow('kit-knows-no-test', '^tests/kit/', '^tests/(?!kit/)', 'The kit serves tests of every folder.'),
    arrow(
      'pages-know-nobody',
      '^sharepoint/',
      '^(src|staging|localsite|samples)/',
      'What a page holds is said without who writes or shows it.',
    ),
    arrow('nothing-needs-the-bench', '^(staging|localsite|samples|tests|tools)/', '^bench/', 'What measures the house is no part of it.'),
    arrow('staging-knows-no-local-site', '^staging/', '^(localsite|samples)/', 'Staging runs against a real tenant.'),
    // Inside staging: bundle < school < checks < readSchool; currentState and desiredState meet in the plan only.
    arrow(
      'staging-site-knows-no-command',
      '^staging/site/',
      '^staging/(stage|provision|commands)/',
      'What SharePoint can do, whoever asks.',
    ),
    arrow(
      'bundle-parses-only',
      '^staging/stage/bundle/',
      '^staging/(site|provision|commands)/|^staging/stage/(?!(bundle|findings)/|limits\\.ts)',
      'A bundle is text that becomes typed rows; what they mean is said above it.',
    ),
    arrow(
      'school-holds-what-was-read',
      '^staging/stage/school/',
      '^staging/(site|provision|commands)/|^staging/stage/(?!(school|bundle|findings)/)',
      'The export as a school: types, and the way from a row to them.',
    ),
    arrow(
      'checks-judge-the-export',
      '^staging/stage/checks/',
      '^staging/(site|provision|commands)/|^staging/stage/(?!(checks|school|bundle|findings)/)',
      'A check looks at the export and makes findings; it reads no file and knows no site.',
    ),
    arrow(
      'reading-a-school-needs-no-site',
      '^staging/stage/readSchool/',
      '^staging/(site|provision|commands)/|^staging/stage/(?!(readSchool|checks|school|bundle|findings)/)',
      'An export can be checked without a site.',
    ),
    arrow(
      'areas-know-the-school-only',
      '^staging/stage/areas/',
      '^staging/(site|provision|commands)/|^staging/stage/(?!(areas|school|bundle|rows)/)',
      'An area is made of the school alone; who writes or guards it asks the registry.',
    ),
    arrow(
      'desired-state-knows-no-site',
      '^staging/stage/desiredState/',
      '^staging/(site|provision|commands)/|^staging/stage/(currentState|plan|brakes|publish|print|checks|readSchool)/',
      'The desired state is compared with the current one in the plan, and nowhere else.',
    ),
    arrow(
      'current-state-knows-no-wish',
      '^staging/stage/currentState/',
      '^staging/(provision|commands)/|^staging/stage/(desiredState|access|plan|brakes|publish|print|checks|readSchool)/',
      'The site as it is, whatever it should be.',
    ),
    arrow(
      'plan-writes-nothing',
      '^staging/stage/plan/',
      '^staging/stage/(brakes|publish|print|checks|readSchool)/',
      'A plan is a difference; brakes and the publication come after it.',
    ),
    {
      name: 'local-site-knows-no-staging',
      severity: 'error',
      comment: 'SharePoint does not know who fills it. Only the start of the demo (main.ts, start/) puts both together.',
      from: { path: '^localsite/', pathNot: '^localsite/(main|start/)' },
      to: { path: '^(staging|samples)/' },
    },
    ...localSiteLayers.map(localSiteLayer),
    arrow(
      'local-site-knows-no-pages',
      '^localsite/(?!(main\\.ts$|pagehost/|start/))',
      '^localsite/(main\\.ts$|pagehost/|start/)',
      'The REST API works without the page host and without the demo.',
    ),
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
      from: { path: '^(src|staging|localsite|samples|bench)/', pathNot: '^localsite/pagehost/(host|shims)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(lib|temp|release|dist)/|\\.scss(\\.ts)?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
