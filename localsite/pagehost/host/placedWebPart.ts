import { DisplayMode, type ServiceScope } from '@microsoft/sp-core-library';
import { SPComponentLoader } from '@microsoft/sp-loader';
import { WebPartFormFactor, _MinimalWebPartContainer, _MinimalWebPartHost } from '@microsoft/sp-webpart-base';
import type { PageData } from '../pageData';
import type { WebPartData } from '../../../sharepoint/pages/canvas';

export interface PlacedWebPart {
  readonly instanceId: string;
  readonly title: string;
  readonly slot: HTMLElement;
  readonly container: _MinimalWebPartContainer;
  /** Settles when the web part is there: before that its container lets a request for the property pane go by. */
  readonly rendered: Promise<void>;
}

/** Puts every web part of the page into the slot that the server left for it. */
export function placeWebParts(data: PageData, scope: ServiceScope): readonly PlacedWebPart[] {
  const mode = data.editing ? DisplayMode.Edit : DisplayMode.Read;
  return data.controls.flatMap((control) => {
    const slot = control.webPartData && document.querySelector<HTMLElement>(`[data-instance-id="${control.id ?? ''}"]`);
    return slot && control.webPartData ? place(control.webPartData, slot, scope, mode) : [];
  });
}

function place(data: WebPartData, slot: HTMLElement, scope: ServiceScope, displayMode: DisplayMode): readonly PlacedWebPart[] {
  const manifest = SPComponentLoader.tryGetManifestById(data.id);
  if (!manifest) {
    slot.textContent = 'This part of the page is not installed on this site.';
    return [];
  }
  const instanceId = slot.dataset['instanceId'] ?? data.instanceId;
  const container = new _MinimalWebPartContainer({
    serviceScope: scope,
    webPartInstanceId: instanceId,
    webPartData: { ...data, instanceId },
    manifest,
    host: new _MinimalWebPartHost(scope),
    formFactor: WebPartFormFactor.Standard,
    pageHostLayoutType: 'None',
    displayMode,
    isDataAddedFromPersistedData: true,
  });
  const rendered = container.render(slot.appendChild(document.createElement('div')));
  rendered.catch(() => undefined); // the container shows its own failure in the slot
  return [{ instanceId, title: data.title, slot, container, rendered }];
}
