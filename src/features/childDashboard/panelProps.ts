import type { QueryState } from '../../app/queryState';
import type { SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import type { DashboardChild } from './dashboardChild';
import type { SchoolReads } from './queries';

/** What every panel of the dashboard is given. */
export interface PanelProps {
  /** The chosen child, or every child. At least one. */
  readonly shown: readonly DashboardChild[];
  readonly school: SchoolReads & { readonly calendar: QueryState<SchoolCalendar> };
  /** The first panel of the page stands out. */
  readonly isLead: boolean;
}
