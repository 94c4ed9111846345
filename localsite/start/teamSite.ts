import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { everyone } from '../objects/loginNames';
import type { LocalSite } from '../site';
import { adminEmail } from './demoPeople';

/** A team's site, as every team in Teams has one: the lists of the school are not on it. */
export const teamHome = '/sites/team';

const readRole = 1073741826;
const instanceId = '8c3f7a52-0d64-4d0e-a7a1-5b1f6f1f7d02';

const Manifest = v.object({ id: v.string(), preconfiguredEntries: v.array(v.object({ properties: v.record(v.string(), v.unknown()) })) });
const Numbered = v.object({ Id: v.number() });
const Page = v.object({ Title: v.string(), CanvasContent1: v.nullish(v.string()) });

/** Makes the team's site, open to everybody, with a page whose web part reads the school's site. Leaves a page that is there alone. */
export async function makeTeamSite(site: LocalSite, origin: string, schoolSite: string): Promise<void> {
  site.createSite({ url: teamHome, title: 'Year 7 team', adminEmail });
  const ask = asker(site, `${origin}${teamHome}/_api`);
  const { Title, CanvasContent1 } = v.parse(Page, await ask('sitepages/pages(1)'));
  // SharePoint gives a new page an empty canvas.
  if (CanvasContent1 && CanvasContent1 !== '[]') return;
  const { Id } = v.parse(Numbered, await ask('web/ensureuser', { logonName: everyone }));
  await ask(`web/roleassignments/addroleassignment(principalid=${Id},roledefid=${readRole})`, {});
  await ask('sitepages/pages(1)/savepage', { Title, CanvasContent1: canvas(schoolSite) });
  await ask('sitepages/pages(1)/publish', {});
}

function canvas(schoolSite: string): string {
  const file = join(__dirname, '..', '..', 'src', 'webparts', 'childDashboard', 'ChildDashboardWebPart.manifest.json');
  const { id, preconfiguredEntries } = v.parse(Manifest, JSON.parse(readFileSync(file, 'utf8')));
  const properties = { ...preconfiguredEntries[0]?.properties, siteUrl: schoolSite };
  return JSON.stringify([
    {
      controlType: 3,
      id: instanceId,
      position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12, layoutIndex: 1 },
      webPartId: id,
      webPartData: { id, instanceId, title: 'My children', description: '', dataVersion: '1.0', properties },
    },
  ]);
}

/** REST as the site's admin. Throws with the status. */
function asker(site: LocalSite, api: string): (path: string, body?: object) => Promise<unknown> {
  const type = 'application/json;odata=nometadata';
  const headers = { authorization: `Bearer local:${adminEmail}`, accept: type, 'content-type': type };
  return async (path, body) => {
    const content = body && { method: 'POST', body: JSON.stringify(body) };
    const response = await site.fetch(new Request(`${api}/${path}`, { headers, ...content }));
    if (!response.ok) throw new Error(`The team's site could not be made: ${path} answered ${response.status}.`);
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    return answer;
  };
}
