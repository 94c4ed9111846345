import { randomBytes } from 'node:crypto';
import { fluentAtFirst, overBudget, problemsIn, sizesOf } from '../../tools/packageCheck';

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

const loads = { firstLoads: { childDashboard: ['view.js'] }, staff: { 'staff-pane': ['pane.js'] }, onDemand: {}, fluent: ['pane.js'] };

describe('what is loaded, and when', () => {
  const script = (kilobytes: number): Buffer => randomBytes(kilobytes * 1024); // chance does not compress
  const sizes = (kilobytes: { readonly entry?: number; readonly view?: number; readonly pane?: number }): ReturnType<typeof sizesOf> =>
    sizesOf(
      new Map([
        ['ClientSideAssets/schoolgate-web-parts_0123456789abcdef0123.js', script(kilobytes.entry ?? 1)],
        ['ClientSideAssets/view.js', script(kilobytes.view ?? 1)],
        ['ClientSideAssets/pane.js', script(kilobytes.pane ?? 1)],
      ]),
      loads,
    );

  test('is within its budgets when the view and the code for staff are small', () => {
    expect(overBudget(sizes({ view: 80, pane: 170 }))).toEqual([]);
  });

  test('counts the entry as part of a first load', () => {
    expect(overBudget(sizes({ entry: 20, view: 80 }))).toEqual([
      expect.stringMatching(/^The first load of childDashboard is 100\.\d KB, its budget is 90\.0 KB\.$/),
    ]);
  });

  test('is named with its size when the code for staff is over its budget', () => {
    expect(overBudget(sizes({ pane: 181 }))).toEqual([
      expect.stringMatching(/^The code for staff in staff-pane is 181\.\d KB, its budget is 180\.0 KB\.$/),
    ]);
  });

  test('may hold Fluent UI only where it is asked for', () => {
    expect(fluentAtFirst(loads)).toEqual([]);
    expect(fluentAtFirst({ ...loads, fluent: ['view.js'] })).toEqual(['The first load of childDashboard holds Fluent UI.']);
    expect(fluentAtFirst({ ...loads, fluent: ['schoolgate-web-parts_0123456789abcdef0123.js'] })).toEqual([
      'The first load of childDashboard holds Fluent UI.',
    ]);
  });
});
