import * as v from 'valibot';
import type { CanvasControl } from '../../sharepoint/pages/canvas';
import { canvasOf, isAsProvisioned } from '../../sharepoint/pages/definedCanvas';
import { readersOf, sitePagesUrl, type PageDefinition } from '../../sharepoint/pages/definition';
import { siteGroups } from '../../src/lists/permissions';
import type { Site } from '../site/connection';
import { pageItem, type CurrentPage, type PageOnSite } from './currentPages';
import type { Caller } from './currentState';
import { administratorGrants, closeTo, planClosing, planGrants, type WantedGrant } from './ownPermissions';
import { contentChange } from './pageContent';
import { createDraft, removeSource, saveAndPublish } from './pageWriter';
import type { Principals } from './principals';
import type { Step } from './step';

/** What every step about a page needs. */
export interface Context {
  readonly site: Site;
  readonly caller: Caller;
  readonly principals: Principals;
}

/** Who reads a page for staff. The publisher's account, which is no person, may be the one that provisions. */
const staffGrants: readonly WantedGrant[] = [...administratorGrants, { group: siteGroups.staff.title, level: siteGroups.staff.siteLevel }];

/** Closes again the pages that are open to more people than their audience. */
export function planPageAccess(context: Context, pages: readonly PageOnSite[]): readonly Step[] {
  return pages.flatMap(({ definition, found }) => (found ? planAudience(context, definition, found) : []));
}

/** Pages that are missing, and that lack something of theirs. */
export async function planPages(context: Context, pages: readonly PageOnSite[]): Promise<readonly Step[]> {
  return [
    ...(await planNoComments(context.site)),
    ...pages.flatMap(({ definition, found }) => (found ? planContent(context.site, definition, found) : [createPage(context, definition)])),
  ];
}

/** Every parent reads the pages: a comment on one would show its author's name and e-mail to all of them. */
async function planNoComments(site: Site): Promise<readonly Step[]> {
  const library = site.web.getList(sitePagesUrl(site.path));
  const noComments: Readonly<Record<string, unknown>> = { DisableCommenting: true }; // PnPjs's type of a list does not know it
  const found = v.parse(v.object({ DisableCommenting: v.boolean() }), await library.select('DisableCommenting')());
  if (found.DisableCommenting) return [];
  const apply = async () => {
    await library.update(noComments);
  };
  return [{ description: 'Switch off comments on the pages', apply }];
}

/** Closed while it is still an empty draft: at no moment does anybody read it for whom it is not. */
function createPage({ site, caller, principals }: Context, page: PageDefinition): Step {
  const isClosed = readersOf(page.audience) === 'staff';
  const apply = async () => {
    const id = await createDraft(site, page);
    if (isClosed) await closeTo(pageItem(site, id), staffGrants, caller, principals);
    await saveAndPublish(site, id, page.title, canvasOf(page, site.path));
  };
  const what = page.isTemplate ? 'the page template' : 'the page';
  return { description: `Create ${what} ${page.title}${isClosed ? ', for staff only' : ''}`, apply };
}

function planAudience({ site, caller, principals }: Context, page: PageDefinition, found: CurrentPage): readonly Step[] {
  if (readersOf(page.audience) === 'site') return [];
  const target = pageItem(site, found.id);
  if (found.grants) {
    const thing = { name: `the page ${found.title}`, target, found: found.grants, wanted: staffGrants, mayStay: () => false };
    return planGrants(thing, caller, principals);
  }
  const description = found.wasPublished
    ? `CLOSE the page ${found.title} AGAIN: it is for staff and has lost its own permissions. ` +
      'Until now everybody who may read the site could read it. Find out who changed it'
    : `Close the page ${found.title}: for staff only`;
  return planClosing({ name: `the page ${found.title}`, target, wanted: staffGrants, description }, caller, principals);
}

function planContent(site: Site, page: PageDefinition, found: CurrentPage): readonly Step[] {
  const { controls: there } = found;
  if (!there) return [];
  const change = contentChange(there, canvasOf(page, site.path));
  if (!found.wasPublished) {
    // A run was killed before it published the page. What an editor has begun under its name is left alone.
    const controls = change.kind === 'replaced' ? change.controls : there;
    return change.kind === 'replaced' || isAsProvisioned(there) ? [finishStep(site, page, found, controls)] : [];
  }
  if (change.kind === 'none') return [];
  const doing = change.kind === 'replaced' ? 'Update the page' : 'Add what is missing to the page';
  return [{ description: `${doing} ${found.title}`, apply: () => saveAndPublish(site, found.id, found.title, change.controls) }];
}

function finishStep(site: Site, page: PageDefinition, found: CurrentPage, controls: readonly CanvasControl[]): Step {
  const apply = async () => {
    if (page.isTemplate) await removeSource(site, page);
    await saveAndPublish(site, found.id, page.title, controls);
  };
  return { description: `Finish the page ${page.title}`, apply };
}
