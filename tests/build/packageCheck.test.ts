import { overBudget, problemsIn } from '../../tools/packageCheck';

const good = {
  'AppManifest.xml': '<App SkipFeatureDeployment="true"/>',
  'ClientSideAssets.xml': '<ClientSideAssets/>',
  'ClientSideAssets/schoolgate-web-parts_0123456789abcdef0123.js': 'define([],()=>{return 1});',
  'ClientSideAssets/SchoolgateWebPartStrings_en-us_0123456789abcdef0123456789abcdef.js':
    'define([], function () {\n  return {\n    a: 1,\n    b: 2\n  };\n});',
};

function problemsWith(changes: Readonly<Record<string, string>>): readonly string[] {
  return problemsIn(new Map(Object.entries({ ...good, ...changes }).map(([name, text]) => [name, Buffer.from(text)])));
}

test('a production package has no problem', () => {
  expect(problemsWith({})).toEqual([]);
});

test.each([
  ['a source map', { 'ClientSideAssets/a.js.map': '{}' }, 'is a development file'],
  [
    'a reference to a source map',
    { 'ClientSideAssets/a_0123456789abcdef0123.js': 'a()//# sourceMappingURL=a.js.map' },
    'comes from a development build',
  ],
  [
    'an address of a development server',
    { 'ClientSideAssets/a_0123456789abcdef0123.js': 'a("https://localhost:4321/dist")' },
    'comes from a development build',
  ],
  ['a script without a hash', { 'ClientSideAssets/a.js': 'a()' }, 'has no hash'],
  ['a script that is not minified', { 'ClientSideAssets/a_0123456789abcdef0123.js': 'a(\n  1,\n  2,\n  3\n)' }, 'is not minified'],
  [
    'a request for permissions',
    { 'AppManifest.xml': '<App SkipFeatureDeployment="true"><WebApiPermissionRequests/></App>' },
    'asks for permissions',
  ],
  ['a list that a feature would make', { 'feature_1.xml': '<Elements><ListInstance/></Elements>' }, 'provisions something'],
  ['no leave to be deployed to the tenant', { 'AppManifest.xml': '<App SkipFeatureDeployment="false"/>' }, 'whole tenant'],
])('a package with %s is refused', (_what, changes, problem) => {
  expect(problemsWith(changes)).toEqual([expect.stringContaining(problem)]);
});

test('a first load over its budget is named with its size', () => {
  const sizes = { entry: 10, webParts: [{ name: 'childDashboard', bytes: 200 * 1024 }], total: 0, scripts: {} };
  expect(overBudget(sizes)).toEqual(['The first load of childDashboard is 200.0 KB, its budget is 175.0 KB.']);
});
