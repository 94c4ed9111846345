/**
 * Parts of SharePoint's runtime that a page host needs and that are left out of the published typings
 * ("Excluded from this release type"). Taken from the sources in `lib/` of the 1.23.2 packages.
 */
import type { DisplayMode, ServiceScope } from '@microsoft/sp-core-library';
import type { IClientSideWebPartManifest } from '@microsoft/sp-module-interfaces';
import type { ITheme } from '@microsoft/sp-component-base';

export interface StoredWebPart {
  readonly id: string;
  readonly instanceId: string;
  readonly title: string;
  readonly description: string;
  readonly dataVersion: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly serverProcessedContent: Readonly<Record<string, unknown>>;
}

declare module '@microsoft/sp-webpart-base' {
  export const WebPartFormFactor: { readonly Standard: number };

  export class _MinimalWebPartHost {
    public constructor(serviceScope: ServiceScope);
    /** What the host adds to the context of its web parts: their `sdks`. */
    public getAdditionalContextProperties?(): object;
  }

  export interface _MinimalWebPartContainerProps {
    readonly serviceScope: ServiceScope;
    readonly webPartInstanceId: string;
    readonly webPartData: StoredWebPart;
    readonly manifest: IClientSideWebPartManifest<unknown>;
    readonly host: _MinimalWebPartHost;
    readonly formFactor: number;
    readonly pageHostLayoutType: string;
    readonly displayMode: DisplayMode;
    readonly isDataAddedFromPersistedData: boolean;
  }

  export class _MinimalWebPartContainer {
    public constructor(props: _MinimalWebPartContainerProps);
    public render(element: HTMLElement): Promise<void>;
    public serialize(): StoredWebPart;
    public setDisplayMode(mode: DisplayMode): Promise<void>;
    public requestPropertyPaneAction(instanceId: string, action: 'Open' | 'Close' | 'Toggle'): void;
    public dispose(): void;
  }
}

declare module '@microsoft/sp-application-base' {
  export abstract class BaseApplication {
    protected readonly context: { readonly serviceScope: ServiceScope };
    public _getPageChromeProvider(): undefined;
    protected onLoad(): Promise<void>;
    protected onRender(): void;
  }
}

declare module '@microsoft/sp-loader' {
  namespace SPComponentLoader {
    function tryGetManifestById(id: string): IClientSideWebPartManifest<unknown> | undefined;
  }
}

declare module '@microsoft/sp-component-base' {
  interface ThemeProvider {
    _setTheme(theme: ITheme): void;
  }
}
