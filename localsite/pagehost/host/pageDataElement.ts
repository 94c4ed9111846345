import { pageDataElementId, type PageData } from '../pageData';

/** What the server wrote into this page. */
export function readPageData(): PageData {
  const text = document.getElementById(pageDataElementId)?.textContent;
  if (!text) {
    throw new Error('The page holds no page data.');
  }
  return JSON.parse(text) as PageData; // written by page.ts of the same build
}
