import { resolve } from 'node:path';
import { applicationId, collectManifests, facetModule, runtimePath, type Manifest } from '../../localsite/pagehost/manifests';
import { shims } from '../../localsite/pagehost/shimTable';

const manifests = collectManifests(resolve(__dirname, '..', '..'), 'key');

function componentsOf(manifest: Manifest): readonly { readonly id: string; readonly version: string }[] {
  return Object.values(manifest.loaderConfig.scriptResources).flatMap((resource) => (resource.type === 'component' ? [resource] : []));
}

describe('the manifests of the runtime', () => {
  it('answer every component that a published package asks for, in the version it asks for', () => {
    const known = new Set(manifests.map(({ id, version }) => `${id} ${version}`));
    const asked = manifests.flatMap(componentsOf).map(({ id, version }) => `${id} ${version}`);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((one) => !known.has(one))).toEqual([]);
  });

  it('name each component once', () => {
    const ids = manifests.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('point at this server only', () => {
    const bases = new Set(manifests.flatMap((manifest) => manifest.loaderConfig.internalModuleBaseUrls));
    expect([...bases].filter((base) => !base.startsWith(`${runtimePath}/`))).toEqual([]);
  });

  it('hold an application under the id that the loader takes for one without chrome', () => {
    const application = manifests.find(({ id }) => id === applicationId);
    expect(application?.componentType).toBe('Application');
    expect(application && componentsOf(application)).toHaveLength(7);
  });

  it('give every shim an address of its own, because the loader takes one address for one module', () => {
    const addresses = shims.map(({ id }) => {
      const found = manifests.find((manifest) => manifest.id === id)?.loaderConfig;
      return JSON.stringify([found?.internalModuleBaseUrls, Object.values(found?.scriptResources ?? {})[0]]);
    });
    expect(new Set(addresses).size).toBe(shims.length);
  });

  it('hand out one facet of the shims as a module', () => {
    const defined: unknown[] = [];
    const define = (names: readonly string[], make: (all: object) => unknown): void => {
      defined.push(names, make({ fluent8: 'eight' }));
    };
    new Function('define', facetModule('fluent8'))(define);
    expect(defined).toEqual([['schoolgate-shims'], 'eight']);
  });
});
