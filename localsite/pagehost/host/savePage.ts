import type { ServiceScope } from '@microsoft/sp-core-library';
import type { PageData } from '../pageData';
import { withWebPartData } from '../../../sharepoint/pages/canvas';
import { postToPages } from './pagesApi';
import type { PlacedWebPart } from './placedWebPart';

/**
 * Keeps the web parts' properties on the page, as SharePoint's own editor does: check out, save, publish. Throws with SharePoint's message.
 */
export async function savePage(data: PageData, placed: readonly PlacedWebPart[], scope: ServiceScope): Promise<void> {
  const post = postToPages(scope, 'The page could not be saved');
  const page = `${data.pageContextInfo.webAbsoluteUrl}/_api/sitepages/pages(${data.page.id})`;
  const changed = new Map(placed.map((webPart) => [webPart.instanceId, { ...webPart.container.serialize() }]));
  const canvas = JSON.stringify(withWebPartData(data.controls, changed));
  await post(`${page}/checkoutpage`);
  await post(`${page}/savepage`, { Title: data.page.title, CanvasContent1: canvas });
  await post(`${page}/publish`);
}
