import { SPHttpClient } from '@microsoft/sp-http';
import type { ServiceScope } from '@microsoft/sp-core-library';
import type { PageData } from '../pageData';
import { withWebPartData } from '../../../sharepoint/pages/canvas';
import type { PlacedWebPart } from './placedWebPart';

/**
 * Keeps the web parts' properties on the page, as SharePoint's own editor does: check out, save, publish,
 * as the signed-in person (SPHttpClient adds their request digest). Throws with SharePoint's message.
 */
export async function savePage(data: PageData, placed: readonly PlacedWebPart[], scope: ServiceScope): Promise<void> {
  const client = scope.consume(SPHttpClient.serviceKey);
  const page = `${data.pageContextInfo.webAbsoluteUrl}/_api/sitepages/pages(${data.page.id})`;
  const changed = new Map(placed.map((webPart) => [webPart.instanceId, { ...webPart.container.serialize() }]));
  const canvas = JSON.stringify(withWebPartData(data.controls, changed));
  await post(client, `${page}/checkoutpage`);
  await post(client, `${page}/savepage`, { Title: data.page.title, CanvasContent1: canvas });
  await post(client, `${page}/publish`);
}

async function post(client: SPHttpClient, address: string, body?: object): Promise<void> {
  const response = await client.post(address, SPHttpClient.configurations.v1, {
    headers: { Accept: 'application/json;odata=nometadata', 'Content-Type': 'application/json;odata=nometadata', 'odata-version': '' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`The page could not be saved: SharePoint answered ${response.status}.`);
  }
}
