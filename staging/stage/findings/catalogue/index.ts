import { dataFindings } from './data';
import { deliveryFindings } from './delivery';
import { peopleFindings } from './people';
import type { FindingKind } from './severity';
import { waitingFindings } from './waiting';

/** Every code that a finding can have. One code has one cause: whoever reads it at a support desk knows what to do. docs/findings.md lists them. */
export const findingCatalogue = {
  ...deliveryFindings,
  ...peopleFindings,
  ...dataFindings,
  ...waitingFindings,
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof findingCatalogue;

export function kindOfCode(code: FindingCode): FindingKind {
  return findingCatalogue[code];
}
