import { BaseApplication } from '@microsoft/sp-application-base';
import { readPageData } from './pageDataElement';
import { wearSiteTheme } from './theme';
import { placeWebParts } from './placedWebPart';
import { offerCopy } from './copyPage';
import { startEditing } from './editing';

/** The client-side application of the local site's pages: SharePoint's own is not published. */
export default class PageHostApplication extends BaseApplication {
  /** No chrome of SharePoint's: the server has written header and navigation. */
  public override _getPageChromeProvider(): undefined {
    return undefined;
  }

  protected override onRender(): void {
    const data = readPageData();
    wearSiteTheme();
    const placed = placeWebParts(data, this.context.serviceScope);
    offerCopy(data, this.context.serviceScope);
    if (data.editing) {
      startEditing(data, placed, this.context.serviceScope);
    }
  }
}
