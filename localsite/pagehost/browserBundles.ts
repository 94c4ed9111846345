import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

export interface BrowserBundle {
  /** File name of the bundle inside the cache folder. */
  readonly file: string;
  readonly entry: string;
  /** Modules that the loader hands in; everything else goes into the file. */
  readonly externals: readonly string[];
}

/** Packages whose version changes what the shims contain. */
const packagesInside = ['@fluentui/react', '@fluentui/react-components', '@fluentui/font-icons-mdl2', 'esbuild'];

/**
 * Bundles browser code as one anonymous AMD module (the only form that SharePoint's loader takes).
 * The result is kept in `folder` under the key, and built again only when it is not there.
 */
export async function buildAmd(bundle: BrowserBundle, folder: string): Promise<void> {
  await buildOnce(bundle, folder, {
    format: 'cjs',
    banner: { js: amdOpening(bundle.externals) },
    footer: { js: 'return module.exports;});' },
  });
}

/** Bundles browser code as a plain script. Kept as {@link buildAmd} keeps its files. */
export async function buildScript(bundle: BrowserBundle, folder: string): Promise<void> {
  await buildOnce(bundle, folder, { format: 'iife' });
}

async function buildOnce(bundle: BrowserBundle, folder: string, form: BuildOptions): Promise<void> {
  const outfile = join(folder, bundle.file);
  if (existsSync(outfile)) {
    return;
  }
  await build({
    ...form,
    entryPoints: [bundle.entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2020',
    mainFields: ['module', 'main'],
    plugins: [handedIn(bundle.externals)],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'eof',
    logLevel: 'error',
  });
}

/** Leaves out exactly the named modules: esbuild's own `external` would also leave out what lies below them. */
function handedIn(names: readonly string[]): Plugin {
  return {
    name: 'handed in',
    setup: (builder) => {
      builder.onResolve({ filter: /.*/ }, ({ path }) => (names.includes(path) ? { path, external: true } : undefined));
    },
  };
}

function amdOpening(externals: readonly string[]): string {
  const names = JSON.stringify(externals);
  return (
    `define(${names},function(){var given=arguments,names=${names},module={exports:{}},exports=module.exports;` +
    'function require(name){var at=names.indexOf(name);if(at<0)throw new Error("Not handed in: "+name);return given[at];}'
  );
}

/** A short key that changes with the versions of the packages inside the shims and with our own sources. */
export async function bundleKey(root: string, sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of packagesInside) {
    hash.update(await readFile(join(root, 'node_modules', name, 'package.json')));
  }
  for (const source of sources) {
    hash.update(await readFile(source));
  }
  return hash.digest('hex').slice(0, 12);
}
