import * as v from 'valibot';
import { adminEmail } from './demoPeople';

const helpContact = 'office@oakfield.example';

const Pages = v.object({ value: v.array(v.object({ Id: v.number(), FileName: v.nullish(v.string()) })) });
const Page = v.object({ Title: v.string(), CanvasContent1: v.string() });
const Canvas = v.array(
  v.looseObject({
    webPartData: v.optional(v.looseObject({ properties: v.optional(v.record(v.string(), v.unknown())) })),
  }),
);

/** Enters on the home page who helps parents, as the admin of a school would after provisioning: a template cannot know it. */
export async function enterHelpContact(siteUrl: string): Promise<void> {
  const pages = `${siteUrl}/_api/sitepages/pages`;
  const { value } = v.parse(Pages, await (await ask(pages)).json());
  const home = value.find(({ FileName }) => FileName === 'Home.aspx');
  if (!home) throw new Error('The demo school has no home page.');
  const page = `${pages}(${home.Id})`;
  const { Title, CanvasContent1 } = v.parse(Page, await (await ask(page)).json());
  await ask(`${page}/checkoutpage`, {});
  await ask(`${page}/savepage`, { Title, CanvasContent1: withContact(CanvasContent1) });
  await ask(`${page}/publish`, {});
}

function withContact(canvas: string): string {
  const controls = v.parse(Canvas, JSON.parse(canvas));
  return JSON.stringify(
    controls.map((control) => {
      const { webPartData } = control;
      if (webPartData?.properties?.helpContact === undefined) return control;
      return { ...control, webPartData: { ...webPartData, properties: { ...webPartData.properties, helpContact } } };
    }),
  );
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
