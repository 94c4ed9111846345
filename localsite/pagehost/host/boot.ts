import { readPageData } from './pageDataElement';

/** SharePoint's starter, as its script leaves it on the window. */
interface ModuleLoader {
  start(preloaded: object, onFailure: (error: unknown) => void): Promise<unknown>;
  _isTelemetryDisabled: boolean;
}

declare global {
  interface Window {
    spModuleLoader?: ModuleLoader;
    _spPageContextInfo?: object;
  }
}

// Fluent UI fetches fonts and icons from Microsoft's CDN unless told otherwise before it loads.
window.FabricConfig = { fontBaseUrl: '', iconBaseUrl: '/_local/runtime/fonts/' };

/** Starts SharePoint's loader with what the server wrote into the page. */
async function start(): Promise<void> {
  const data = readPageData();
  const loader = window.spModuleLoader;
  if (!loader) {
    throw new Error("The script of SharePoint's loader is missing.");
  }
  window._spPageContextInfo = data.pageContextInfo;
  loader._isTelemetryDisabled = true; // its sender is not published, and nothing is to be sent
  const manifests: unknown = await (await fetch(data.manifestsAddress)).json();
  await loader.start(
    {
      clientSideApplicationId: data.applicationId,
      buildNumber: '1.0.0',
      manifests,
      spPageContextInfo: data.pageContextInfo,
      contextWebInfo: data.contextWebInfo,
    },
    showFailure,
  );
}

function showFailure(error: unknown): void {
  console.error(error);
  document.querySelectorAll('[data-instance-id]').forEach((slot) => {
    if (!slot.hasChildNodes()) {
      slot.textContent = 'This part of the page could not be started.';
    }
  });
}

// Deferred scripts have all run by then, SharePoint's among them.
document.addEventListener('DOMContentLoaded', () => {
  start().catch(showFailure);
});
