import type { ServiceScope } from '@microsoft/sp-core-library';
import * as v from 'valibot';
import type { PageData } from '../pageData';
import { say } from './editing';
import { postToPages } from './pagesApi';

const copied = v.looseObject({ Id: v.number(), CanvasContent1: v.string() });
const named = v.looseObject({ AbsoluteUrl: v.string() });

/** On a template, an editor types a title and gets a page with the same content, which opens for editing. */
export function offerCopy(data: PageData, scope: ServiceScope): void {
  const form = document.querySelector<HTMLFormElement>('#copyPage');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const title = new FormData(form).get('title');
    if (typeof title === 'string' && title.trim() !== '') void copy(form, title.trim(), data, scope);
  });
}

async function copy(form: HTMLFormElement, title: string, data: PageData, scope: ServiceScope): Promise<void> {
  const button = form.querySelector('button');
  button?.setAttribute('disabled', '');
  say('Copying the page.');
  try {
    window.location.assign(`${await copyPage(title, data, scope)}?Mode=Edit`);
  } catch (error) {
    button?.removeAttribute('disabled');
    say(error instanceof Error ? error.message : 'The page could not be copied.');
  }
}

/**
 * As SharePoint's "New page from template": a draft with the template's content, whose file takes its name from the title.
 * Nobody but editors sees it before it is saved. Returns its address.
 */
async function copyPage(title: string, data: PageData, scope: ServiceScope): Promise<string> {
  const post = postToPages(scope, 'The page could not be copied');
  const pages = `${data.pageContextInfo.webAbsoluteUrl}/_api/sitepages/pages`;
  const { Id, CanvasContent1 } = v.parse(copied, await post(`${pages}(${data.page.id})/copy`));
  await post(`${pages}(${Id})/savepage`, { Title: title, CanvasContent1 });
  return v.parse(named, await post(`${pages}(${Id})/checkoutpage`)).AbsoluteUrl;
}
