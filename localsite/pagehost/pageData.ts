import type { CanvasControl } from '../../sharepoint/pages/canvas';
import type { PageContextInfo } from './pageContextInfo';
import type { Showing } from './showing';

/** What the server hands to the page's script, as JSON inside the page. */
export interface PageData {
  readonly pageContextInfo: PageContextInfo;
  readonly contextWebInfo: { readonly FormDigestValue: string; readonly FormDigestTimeoutSeconds: number; readonly WebFullUrl: string };
  readonly page: { readonly id: number; readonly title: string; readonly readAddress: string };
  readonly editing: boolean;
  readonly showing: Showing;
  /** As they are shown; while editing, as the page has them. */
  readonly controls: readonly CanvasControl[];
  readonly applicationId: string;
  readonly manifestsAddress: string;
}

/** Where {@link PageData} lies in the page. */
export const pageDataElementId = 'pageData';
