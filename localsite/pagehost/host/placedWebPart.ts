import { DisplayMode, type ServiceScope } from '@microsoft/sp-core-library';
import type { IClientSideWebPartManifest } from '@microsoft/sp-module-interfaces';
import { SPComponentLoader } from '@microsoft/sp-loader';
import { WebPartFormFactor, _MinimalWebPartContainer, _MinimalWebPartHost } from '@microsoft/sp-webpart-base';
import type { PageData } from '../pageData';
import { emphases, type Emphasis, type WebPartData } from '../../../sharepoint/pages/canvas';
import { isInTeams, type Showing } from '../showing';
import { TeamsHost } from './teamsHost';
import { paintSection, provideTheme } from './theme';

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
  const sections = paintSections(scope);
  return data.controls.flatMap((control) => {
    const slot = control.webPartData && document.querySelector<HTMLElement>(`[data-instance-id="${control.id ?? ''}"]`);
    if (!slot || !control.webPartData) return [];
    return place(control.webPartData, slot, sections.get(slot.closest('[data-emphasis]')) ?? scope, data);
  });
}

/** A scope of its own for every section, with the theme of its background. */
function paintSections(scope: ServiceScope): ReadonlyMap<Element | null, ServiceScope> {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-emphasis]')];
  return new Map(
    sections.map((section) => {
      const emphasis: Emphasis = emphases.find((name) => name === section.dataset['emphasis']) ?? 'none';
      if (emphasis !== 'none') paintSection(section, emphasis);
      return [section, provideTheme(scope, emphasis)];
    }),
  );
}

function place(data: WebPartData, slot: HTMLElement, scope: ServiceScope, { editing, showing }: PageData): readonly PlacedWebPart[] {
  const manifest = SPComponentLoader.tryGetManifestById(data.id);
  if (!manifest) {
    slot.textContent = 'This part of the page is not installed on this site.';
    return [];
  }
  const instanceId = slot.dataset['instanceId'] ?? data.instanceId;
  const container = new _MinimalWebPartContainer({
    serviceScope: scope,
    webPartInstanceId: instanceId,
    webPartData: { ...data, instanceId, properties: propertiesOf(data, manifest, showing) },
    manifest,
    host: isInTeams(showing) ? new TeamsHost(scope, showing) : new _MinimalWebPartHost(scope),
    formFactor: WebPartFormFactor.Standard,
    pageHostLayoutType: showing.host === 'fullpage' ? 'SingleWebPartAppPageLayout' : 'None',
    displayMode: editing ? DisplayMode.Edit : DisplayMode.Read,
    isDataAddedFromPersistedData: true,
  });
  const rendered = container.render(slot.appendChild(document.createElement('div')));
  rendered.catch(() => undefined); // the container shows its own failure in the slot
  return [{ instanceId, title: data.title, slot, container, rendered }];
}

/** A personal app of Teams has no page that could keep properties: it starts with those of the web part's manifest. */
function propertiesOf(data: WebPartData, manifest: IClientSideWebPartManifest<unknown>, { host }: Showing): WebPartData['properties'] {
  const [entry] = manifest.preconfiguredEntries;
  return host === 'teams-personal' && isRecord(entry?.properties) ? entry.properties : data.properties;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
