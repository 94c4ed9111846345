/** Every list of a Schoolgate site. */
import type { ListDefinition } from './define';
import { findingsList } from './findings';
import { stagingRunsList } from './stagingRuns';
import { preferencesList } from './preferences';
import { accessList } from './access';
import { adultHomeList } from './adultHome';
import { keysList } from './keys';
import { pupilHomeList } from './pupilHome';
import { pupilRecordsList } from './pupilRecords';
import { assignmentsList } from './assignments';
import { freshnessList } from './freshness';
import { glossaryList } from './glossary';
import { kitRulesList } from './kitRules';
import { noticesList } from './notices';
import { schoolDaysList } from './schoolDays';

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
