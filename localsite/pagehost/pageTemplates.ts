import type * as v from 'valibot';
import { html, type Html } from './html';
import { RefusedVisit, type Visitor } from './visitor';

/** A page of the library, as it is listed. */
export interface ListedPage {
  readonly id: number;
  readonly title: string;
  readonly path: string;
}

/** Reads a list of pages; none where the site answers that there is none, as it does before its first template. */
export async function readTemplates<S extends v.GenericSchema<unknown, { readonly value: readonly unknown[] }>>(
  visitor: Visitor,
  schema: S,
): Promise<v.InferOutput<S>['value']> {
  try {
    return (await visitor.get('sitepages/pages/templates', schema)).value;
  } catch (error) {
    if (error instanceof RefusedVisit && error.kind === 'not found') return [];
    throw error;
  }
}

/** What SharePoint has behind "New": the templates of the site. */
export function templateLinks(templates: readonly ListedPage[]): Html | undefined {
  if (templates.length === 0) return undefined;
  return html`<details class="templates">
    <summary>New page from a template</summary>
    <ul>
      ${templates.map((template) => html`<li><a href="${template.path}">${template.title}</a></li>`)}
    </ul>
  </details>`;
}

/** On a template: makes a page of it, with a title of its own. host/copyPage.ts does it. */
export function copyForm(): Html {
  return html`<form id="copyPage" class="copyPage">
    <label for="copyTitle">Title of the new page</label>
    <input id="copyTitle" name="title" required maxlength="255" autocomplete="off" />
    <button type="submit" class="primary">Copy this page</button>
  </form>`;
}
