import { findingKey, mostFindingsPerCode } from './desired/shared';
import type { Finding, Findings } from './findings';
import type { Memory } from './journal';
import type { SiteList } from './present/siteRows';

/** What the last run had not found: that is for a person to read. */
export interface NewFindings {
  readonly all: readonly Finding[];
  /** Without what is held because it is meant to be. */
  readonly counts: { readonly stop: number; readonly hold: number; readonly warn: number };
}

/** What Schoolgate holds back every day because it is meant to: an event that is still too fresh, a kind of event that never leaves staff. */
const meantToBeHeld: readonly string[] = ['BEH-01', 'BEH-03'];

/** Compares with the findings on the site. Of a flood, of which the site has only the first ones, as many are new as there are more than last time. */
export function newFindings(findings: Findings, onSite: SiteList, memory: Memory, salt: string): NewFindings {
  const known = new Set(onSite.rows.map(({ key }) => key));
  const isFlood = ({ code }: Finding) => (findings.counts[code] ?? 0) > mostFindingsPerCode;
  const single = findings.all.filter(finding => !isFlood(finding) && !known.has(findingKey(finding, salt)));
  const floods = [...new Map(findings.all.filter(isFlood).map(finding => [finding.code, finding])).values()];
  const grown = floods.filter(({ code }) => (findings.counts[code] ?? 0) > (memory.findings[code] ?? 0));
  const isOf = (effect: Finding['effect']) => (finding: Finding) => finding.effect === effect && !meantToBeHeld.includes(finding.code);
  const count = (effect: Finding['effect']) => single.filter(isOf(effect)).length
    + grown.filter(isOf(effect)).reduce((sum, { code }) => sum + (findings.counts[code] ?? 0) - (memory.findings[code] ?? 0), 0);
  return { all: [...single, ...grown], counts: { stop: count('stop'), hold: count('hold'), warn: count('warn') } };
}
