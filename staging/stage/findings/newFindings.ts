import { findingKey, maxFindingsPerKind } from '../desiredState/sharedLists';
import { kindOf, type Finding, type Findings } from './findings';
import type { Memory } from '../journal';
import type { SiteList } from '../rows/siteRow';

/** What the last run had not found: that is for a person to read. */
export interface NewFindings {
  readonly all: readonly Finding[];
  /** Without what is held because it is meant to be. */
  readonly counts: { readonly stop: number; readonly hold: number; readonly warn: number };
}

/** What Schoolgate holds back every day because it is meant to: an event that is still too fresh, a kind of event that never leaves staff. */
const quarantinedByDesign: readonly string[] = ['BEH-01', 'BEH-03'];

/** Compares with the findings on the site. Of a flood, of which the site has only the first ones, as many are new as there are more than last time. */
export function newFindings(findings: Findings, onSite: SiteList, memory: Memory, salt: string): NewFindings {
  const known = new Set(onSite.rows.map(({ key }) => key));
  const isFlood = (finding: Finding) => (findings.kinds[kindOf(finding)] ?? 0) > maxFindingsPerKind;
  const rise = (finding: Finding) => (findings.kinds[kindOf(finding)] ?? 0) - (memory.findings[kindOf(finding)] ?? 0);
  const single = findings.all.filter((finding) => !isFlood(finding) && !known.has(findingKey(finding, salt)));
  const floods = [...new Map(findings.all.filter(isFlood).map((finding) => [kindOf(finding), finding])).values()];
  const grown = floods.filter((finding) => rise(finding) > 0);
  const isOf = (effect: Finding['effect']) => (finding: Finding) =>
    finding.effect === effect && !quarantinedByDesign.includes(finding.code);
  const count = (effect: Finding['effect']) =>
    single.filter(isOf(effect)).length + grown.filter(isOf(effect)).reduce((sum, finding) => sum + rise(finding), 0);
  return { all: [...single, ...grown], counts: { stop: count('stop'), hold: count('hold'), warn: count('warn') } };
}
