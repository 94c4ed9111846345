import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shims, type Shim } from './shimTable';

interface ScriptPath {
  readonly path: string;
  readonly integrity?: string;
}

type ScriptResource =
  | { readonly type: 'path'; readonly path: ScriptPath | string }
  | {
      readonly type: 'localizedPath';
      readonly paths: Readonly<Record<string, ScriptPath | string>>;
      readonly defaultPath: ScriptPath | string;
    }
  | { readonly type: 'component'; readonly id: string; readonly version: string };

/** A manifest as SharePoint's loader reads it. Only what the page host touches is named. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly alias: string;
  readonly componentType: string;
  readonly loaderConfig: {
    readonly internalModuleBaseUrls: readonly string[];
    readonly entryModuleId: string;
    readonly scriptResources: Readonly<Record<string, ScriptResource>>;
  };
}

/** The application of the page host takes the id under which the loader expects no chrome and no theme of its own. */
export const applicationId = 'ad084475-d3a1-478e-859b-7d9a31e86828';

/** Where each kind of file is served. */
export const runtimePath = '/_local/runtime';

/** Languages whose files a page of the school may ask for; the others only make the page longer. */
const languages = ['default', 'en-US', 'en-GB'];

export function sharePointFolders(root: string): readonly string[] {
  const scope = join(root, 'node_modules', '@microsoft');
  return readdirSync(scope)
    .filter((name) => name.startsWith('sp-'))
    .map((name) => join(scope, name, 'dist'))
    .filter((folder) => existsSync(folder));
}

/** The manifests in Microsoft's packages. */
export function sharePointManifests(root: string): readonly Manifest[] {
  const manifests = sharePointFolders(root).flatMap((folder) => readManifests(folder));
  return manifests.map((manifest) => servedFrom(manifest, `${runtimePath}/sharepoint/`));
}

/**
 * Everything the loader may be asked for: Microsoft's packages, the shims, the page host and our web parts,
 * which are read anew each time, so that a page after `npm run build` runs the new bundle.
 */
export function collectManifests(root: string, key: string, sharePoint = sharePointManifests(root)): readonly Manifest[] {
  const ours = readManifests(join(root, 'release', 'manifests'));
  const collected = [
    ...sharePoint,
    ...ours.map((manifest) => servedFrom(manifest, `${runtimePath}/solution/`)),
    ...reactManifests(),
    ...shims.map((shim) => shimManifest(shim, key)),
    libraryManifest(key),
  ];
  return [...collected, applicationManifest(key, collected)];
}

function readManifests(folder: string): readonly Manifest[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.manifest.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Manifest); // written by the SPFx build
}

function servedFrom(manifest: Manifest, base: string): Manifest {
  const resources = Object.entries(manifest.loaderConfig.scriptResources);
  return {
    ...manifest,
    loaderConfig: {
      ...manifest.loaderConfig,
      internalModuleBaseUrls: [base],
      scriptResources: Object.fromEntries(resources.map(([name, resource]) => [name, inOurLanguages(resource)])),
    },
  };
}

function inOurLanguages(resource: ScriptResource): ScriptResource {
  if (resource.type !== 'localizedPath') {
    return resource;
  }
  const paths = Object.entries(resource.paths).filter(([language]) => languages.includes(language));
  return { ...resource, paths: Object.fromEntries(paths) };
}

function libraryOf(id: string, version: string, alias: string, base: string, file: string, uses: readonly Shim[] = []): Manifest {
  const components = uses.map((used) => [used.alias, { type: 'component', id: used.id, version: used.version }] as const);
  return {
    id,
    version,
    alias,
    componentType: 'Library',
    loaderConfig: {
      internalModuleBaseUrls: [base],
      entryModuleId: alias,
      scriptResources: { [alias]: { type: 'path', path: { path: file } }, ...Object.fromEntries(components) },
    },
  };
}

const react: Shim = { id: '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d', version: '17.0.1', alias: 'react' };
const reactDom: Shim = { id: 'aa0a46ec-1505-43cd-a44a-93f3a5aa460a', version: '17.0.1', alias: 'react-dom' };

function reactManifests(): readonly Manifest[] {
  const base = `${runtimePath}/react/`;
  return [
    libraryOf(react.id, react.version, react.alias, base, 'react.production.min.js'),
    libraryOf(reactDom.id, reactDom.version, reactDom.alias, base, 'react-dom.production.min.js', [react]),
  ];
}

/** The one file in which all shims lie, under an id of our own. */
const library: Shim = { id: '5f2c7c0e-3a58-4d0e-9f0e-6a1f1f3c1d11', version: '1.0.0', alias: 'schoolgate-shims' };

function libraryManifest(key: string): Manifest {
  return libraryOf(library.id, library.version, library.alias, `${runtimePath}/bundles/${key}/`, 'shims.js', [react, reactDom]);
}

/** Every shim has an address of its own: the loader takes one address for one module. */
function shimManifest(shim: Shim, key: string): Manifest {
  const base = `${runtimePath}/facets/${key}/${shim.facet ?? 'nothing'}/`;
  const uses = shim.facet ? [library] : [];
  return libraryOf(shim.id, shim.version, shim.alias, base, `${shim.alias}.js`, uses);
}

/** The AMD module that hands out one facet of the library. */
export function facetModule(facet: string): string {
  return `define([${JSON.stringify(library.alias)}],function(all){return all[${JSON.stringify(facet)}];});`;
}

/** What the page host's application imports from SharePoint's runtime. */
export const applicationUses: readonly Pick<Shim, 'id' | 'alias'>[] = [
  { id: '229b8d08-79f3-438b-8c21-4613fc877abd', alias: '@microsoft/load-themed-styles' },
  { id: '4df9bb86-ab0a-4aab-ab5f-48bf167048fb', alias: '@microsoft/sp-application-base' },
  { id: '467dc675-7cc5-4709-8aac-78e3b71bd2f6', alias: '@microsoft/sp-component-base' },
  { id: '7263c7d0-1d6a-45ec-8d85-d4d1d234171b', alias: '@microsoft/sp-core-library' },
  { id: 'c07208f0-ea3b-4c1a-9965-ac1b825211a6', alias: '@microsoft/sp-http' },
  { id: '1c6c9123-7aac-41f3-a376-3caea41ed83f', alias: '@microsoft/sp-loader' },
  { id: '974a7777-0990-4136-8fa6-95d80114c2e0', alias: '@microsoft/sp-webpart-base' },
];

function applicationManifest(key: string, others: readonly Manifest[]): Manifest {
  const uses = applicationUses.flatMap(({ id, alias }) => {
    const manifest = others.find((other) => other.id === id);
    return manifest ? [{ id, alias, version: manifest.version }] : [];
  });
  const base = `${runtimePath}/bundles/${key}/`;
  return { ...libraryOf(applicationId, '1.0.0', 'schoolgate-page-host', base, 'host.js', uses), componentType: 'Application' };
}
