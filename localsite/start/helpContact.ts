import * as v from 'valibot';
import { parseCanvas, withProperty } from '../../sharepoint/pages/canvas';
import { adminEmail } from './demoPeople';

const helpContact = 'office@oakfield.example';

const Pages = v.object({ value: v.array(v.object({ Id: v.number(), FileName: v.nullish(v.string()) })) });
const Page = v.object({ Title: v.string(), CanvasContent1: v.string() });
/** Enters on the home page who helps parents, as the admin of a school would after provisioning: a template cannot know it. */
export async function enterHelpContact(siteUrl: string): Promise<void> {
  const pages = `${siteUrl}/_api/sitepages/pages`;
  const { value } = v.parse(Pages, await (await ask(pages)).json());
  const home = value.find(({ FileName }) => FileName === 'Home.aspx');
  if (!home) throw new Error('The demo school has no home page.');
  const page = `${pages}(${home.Id})`;
  const { Title, CanvasContent1 } = v.parse(Page, await (await ask(page)).json());
  const canvas = withProperty(parseCanvas(CanvasContent1), 'helpContact', helpContact);
  await ask(`${page}/checkoutpage`, {});
  await ask(`${page}/savepage`, { Title, CanvasContent1: JSON.stringify(canvas) });
  await ask(`${page}/publish`, {});
}

async function ask(address: string, content?: object): Promise<Response> {
  const type = 'application/json;odata=nometadata';
  const response = await fetch(address, {
    headers: { authorization: `Bearer local:${adminEmail}`, accept: type, 'content-type': type },
    ...(content && { method: 'POST', body: JSON.stringify(content) }),
  });
  if (!response.ok) throw new Error(`The home page could not be changed: the site answered ${response.status}.`);
  return response;
}
