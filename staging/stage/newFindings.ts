import { kindOfCode } from './findings/catalogue';
import type { Severity } from './findings/catalogue/severity';
import { kindOf, type Finding } from './findings/finding';
import { findingKey, maxFindingsPerKind } from './findings/findingKey';
import type { Findings } from './findings/findings';
import type { Memory } from './journal';
import type { SiteList } from './rows/siteRow';

/** What the last run had not found: that is for a person to read. */
export interface NewFindings {
  readonly all: readonly Finding[];
  /** Without what is in quarantine because it is meant to be. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Compares with the findings on the site. Of a flood, of which the site has only the first ones, as many are new as there are more than last time. */
export function newFindings(findings: Findings, onSite: SiteList, memory: Memory, salt: string): NewFindings {
  const known = new Set(onSite.rows.map(({ key }) => key));
  const isFlood = (finding: Finding) => (findings.kinds[kindOf(finding)] ?? 0) > maxFindingsPerKind;
  const rise = (finding: Finding) => (findings.kinds[kindOf(finding)] ?? 0) - (memory.findings[kindOf(finding)] ?? 0);
  const single = findings.all.filter((finding) => !isFlood(finding) && !known.has(findingKey(finding, salt)));
  const floods = [...new Map(findings.all.filter(isFlood).map((finding) => [kindOf(finding), finding])).values()];
  const grown = floods.filter((finding) => rise(finding) > 0);
  const isOf = (severity: Severity) => (finding: Finding) => finding.severity === severity && !kindOfCode(finding.code).isByDesign;
  const count = (severity: Severity) =>
    single.filter(isOf(severity)).length + grown.filter(isOf(severity)).reduce((sum, finding) => sum + rise(finding), 0);
  return { all: [...single, ...grown], counts: { fatal: count('fatal'), quarantine: count('quarantine'), warning: count('warning') } };
}
