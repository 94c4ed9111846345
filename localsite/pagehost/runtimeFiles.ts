import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePath } from '../wire/address';
import { buildAmd, buildScript, bundleKey } from './browserBundles';
import { compressed } from './compressed';
import {
  applicationUses,
  collectManifests,
  facetModule,
  runtimePath,
  sharePointFolders,
  sharePointManifests,
  type Manifest,
} from './manifests';

const contentTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

export interface RuntimeFiles {
  /** Addresses that a page puts into its HTML. */
  readonly addresses: { readonly manifests: string; readonly loader: string; readonly boot: string; readonly styles: string };
  /** Answers a GET below `/_local/runtime/`; 404 for what it does not have. */
  respond(request: Request): Promise<Response>;
}

/**
 * Serves what the pages run on: Microsoft's published files and React straight from `node_modules`, our bundle
 * from `release/`, and the shims and the page host's own scripts, which {@link buildBundles} makes.
 */
export async function openRuntimeFiles(root: string): Promise<RuntimeFiles> {
  const here = join(root, 'localsite', 'pagehost');
  const key = await bundleKey(root, sourcesOf(here));
  const folders: Readonly<Record<string, readonly string[]>> = {
    sharepoint: sharePointFolders(root),
    solution: [join(root, 'release', 'assets')],
    react: ['react', 'react-dom'].map((name) => join(root, 'node_modules', name, 'umd')),
    fonts: [join(root, 'node_modules', '@fluentui', 'font-icons-mdl2', 'fonts')],
    styles: [join(here, 'styles')],
  };
  let built: Promise<string> | undefined;
  const bundles = (): Promise<string> => (built ??= buildBundles(root));
  const places: Places = { root, key, bundles, sharePoint: sharePointManifests(root), folders };
  return {
    addresses: {
      manifests: `${runtimePath}/manifests.json`,
      loader: `${runtimePath}/sharepoint/sp-default-assembly_en-us.js`,
      boot: `${runtimePath}/bundles/${key}/boot.js`,
      styles: `${runtimePath}/styles/page.css`,
    },
    respond: (request) => respond(request, places),
  };
}

/** Builds the page host's scripts where they are not in `.local/` yet (some seconds), and answers their folder. */
export async function buildBundles(root: string): Promise<string> {
  const here = join(root, 'localsite', 'pagehost');
  const folder = join(root, '.local', 'bundles', await bundleKey(root, sourcesOf(here)));
  mkdirSync(folder, { recursive: true });
  await Promise.all([
    buildAmd({ file: 'shims.js', entry: join(here, 'shims', 'index.ts'), externals: ['react', 'react-dom'] }, folder),
    buildAmd(
      { file: 'host.js', entry: join(here, 'host', 'application.ts'), externals: applicationUses.map((used) => used.alias) },
      folder,
    ),
    buildScript({ file: 'boot.js', entry: join(here, 'host', 'boot.ts'), externals: [] }, folder),
  ]);
  return folder;
}

interface Places {
  readonly root: string;
  readonly key: string;
  /** The folder of the built scripts, once they are built. */
  readonly bundles: () => Promise<string>;
  readonly sharePoint: readonly Manifest[];
  readonly folders: Readonly<Record<string, readonly string[]>>;
}

async function respond(request: Request, places: Places): Promise<Response> {
  const [kind = '', ...rest] = (decodePath(new URL(request.url).pathname) ?? '').slice(runtimePath.length + 1).split('/');
  const name = rest.at(-1) ?? '';
  if (kind === 'manifests.json') {
    return fresh(request, Buffer.from(JSON.stringify(collectManifests(places.root, places.key, places.sharePoint))), 'json');
  }
  if (kind === 'facets') {
    return lasting(request, Buffer.from(facetModule(rest.at(-2) ?? '')), 'js');
  }
  const folders = kind === 'bundles' ? [await places.bundles()] : (places.folders[kind] ?? []);
  const file = find(folders, name);
  if (!file) {
    // Telemetry asks for chunks that are not published: an empty script lets it go on without them.
    return kind === 'sharepoint' && name.endsWith('.js')
      ? fresh(request, Buffer.alloc(0), 'js')
      : new Response('Not found', { status: 404 });
  }
  const content = await readFile(file);
  const type = name.split('.').at(-1) ?? '';
  return addressNamesContent(kind, name) ? lasting(request, content, type) : fresh(request, content, type);
}

/** The first folder that holds a file of this name. Only plain names: no way out of the folder. */
function find(folders: readonly string[], name: string): string | undefined {
  if (!/^[\w.-]+$/.test(name) || !((name.split('.').at(-1) ?? '') in contentTypes)) {
    return undefined;
  }
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Our own scripts carry a hash in their name, and our bundles in their path; Microsoft's change with a version that `npm install` brings. */
function addressNamesContent(kind: string, name: string): boolean {
  return kind === 'bundles' || /[_.-][\da-f]{8,}\.\w+$/i.test(name);
}

/** For files whose address changes when they change. */
function lasting(request: Request, content: Buffer, extension: string): Promise<Response> {
  const headers = { 'content-type': contentTypes[extension] ?? 'text/plain', 'cache-control': 'public, max-age=31536000, immutable' };
  return compressed(request, content, hashOf(content), headers);
}

/** For files that may change under the same address: asked for each time, sent only when new. */
async function fresh(request: Request, content: Buffer, extension: string): Promise<Response> {
  // Weak: the same content in whichever encoding.
  const etag = `W/"${hashOf(content)}"`;
  const headers = { 'content-type': contentTypes[extension] ?? 'text/plain', 'cache-control': 'no-cache', etag };
  const isKnown = request.headers.get('if-none-match') === etag;
  return isKnown ? new Response(null, { status: 304, headers }) : compressed(request, content, hashOf(content), headers);
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

function sourcesOf(here: string): readonly string[] {
  const listed = ['host', 'shims'].flatMap((folder) =>
    readdirSync(join(here, folder))
      .sort()
      .map((name) => join(here, folder, name)),
  );
  const canvas = join(here, '..', '..', 'sharepoint', 'pages', 'canvas.ts');
  return [...listed, canvas, ...['pageData.ts', 'showing.ts', 'theme.ts', 'browserBundles.ts'].map((name) => join(here, name))];
}
