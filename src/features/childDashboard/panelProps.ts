import type { ShownChild } from './family';
import type { SchoolFacts } from './screen';

/** What every panel of the dashboard is given. */
export interface PanelProps {
  /** The chosen child, or every child. At least one. */
  readonly shown: readonly ShownChild[];
  readonly school: SchoolFacts;
  /** The first panel of the page stands out. */
  readonly isLead: boolean;
  readonly onTryAgain: () => void;
}
