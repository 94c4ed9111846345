/** Every list of a Schoolgate site. */
import type { ListDefinition } from './definition';
import { findingsList, stagingRunsList } from './journalLists';
import { preferencesList } from './ownLists';
import { accessList, adultHomeList, keysList, pupilHomeList, pupilRecordsList } from './pupilLists';
import { assignmentsList, freshnessList, glossaryList, kitRulesList, noticesList, schoolDaysList } from './sharedLists';

export const lists: readonly ListDefinition[] = [
  adultHomeList,
  pupilHomeList,
  pupilRecordsList,
  schoolDaysList,
  freshnessList,
  assignmentsList,
  noticesList,
  kitRulesList,
  glossaryList,
  preferencesList,
  keysList,
  accessList,
  stagingRunsList,
  findingsList,
];

/** The list's server-relative address on a site whose own is siteUrl ('/sites/school'). */
export function listUrl(siteUrl: string, list: ListDefinition): string {
  return `${siteUrl === '/' ? '' : siteUrl}/Lists/${list.name}`;
}
