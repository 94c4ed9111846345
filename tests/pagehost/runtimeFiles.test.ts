import { resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { runtimePath, type Manifest } from '../../localsite/pagehost/manifests';
import { openRuntimeFiles, type RuntimeFiles } from '../../localsite/pagehost/runtimeFiles';

let files: RuntimeFiles;

beforeAll(async () => {
  files = await openRuntimeFiles(resolve(__dirname, '..', '..'));
}, 60_000);

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  files.respond(new Request(`http://localhost${path}`, { headers }));

describe('the files that a page runs on', () => {
  it('come from the published packages, with the addresses that pages use', async () => {
    for (const address of Object.values(files.addresses)) {
      const response = await get(address);
      expect([address, response.status]).toEqual([address, 200]);
      expect((await response.text()).length).toBeGreaterThan(500);
    }
  });

  it('include every script that a manifest of the runtime names', async () => {
    const manifests: readonly Manifest[] = await (await get(files.addresses.manifests)).json();
    const scripts = manifests.flatMap(({ loaderConfig: { internalModuleBaseUrls, scriptResources } }) =>
      Object.values(scriptResources).flatMap((resource) => {
        const path = resource.type === 'path' ? resource.path : resource.type === 'localizedPath' ? resource.defaultPath : undefined;
        return path === undefined ? [] : [`${internalModuleBaseUrls[0] ?? ''}${typeof path === 'string' ? path : path.path}`];
      }),
    );
    const texts = await Promise.all(scripts.map(async (script) => (await get(script)).text()));
    expect(scripts.length).toBeGreaterThan(50);
    expect(scripts.filter((_script, index) => texts[index] === '')).toEqual([]);
  });

  it('are kept by the browser when their address names their version', async () => {
    expect((await get(files.addresses.boot)).headers.get('cache-control')).toContain('immutable');
    const manifests = await get(files.addresses.manifests);
    const again = await get(files.addresses.manifests, { 'if-none-match': manifests.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each(['../../package.json', '..%2f..%2fpackage.json', 'index-internal.d.ts', 'nothing.css'])('hold nothing at %s', async (name) => {
    expect((await get(`${runtimePath}/styles/${name}`)).status).toBe(404);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br;q=0.9, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
  ])('are compressed as the browser takes them: %s', async (accepted, encoding) => {
    const plain = await get(files.addresses.loader);
    const small = await get(files.addresses.loader, { 'accept-encoding': accepted });
    expect([small.headers.get('content-encoding'), small.headers.get('vary')]).toEqual([encoding, 'Accept-Encoding']);
    const [bytes, whole] = [Buffer.from(await small.arrayBuffer()), Buffer.from(await plain.arrayBuffer())];
    expect(bytes.length).toBeLessThan(whole.length / 2);
    expect((encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).equals(whole)).toBe(true);
  });

  it('are sent as they are to a browser that takes nothing else', async () => {
    const response = await get(files.addresses.styles, { 'accept-encoding': 'identity' });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, 'Accept-Encoding']);
  });

  it('are asked for again where their name does not change with what they hold', async () => {
    const kept = async (address: string): Promise<string | null> => (await get(address)).headers.get('cache-control');
    expect(await kept(files.addresses.loader)).toBe('no-cache');
    expect(await kept(`${runtimePath}/react/react.production.min.js`)).toBe('no-cache');
    expect(await kept(`${runtimePath}/fonts/fabric-icons-0-467ee27f.woff`)).toContain('immutable');
  });
});
