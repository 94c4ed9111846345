/** The parts of the child dashboard, in the order a school gets when it chooses none: what tomorrow needs first, good news before results. */
export const dashboardAreas = ['today', 'attendance', 'behaviour', 'results', 'notices', 'dates'] as const;

export type DashboardArea = (typeof dashboardAreas)[number];

/** How one person likes the dashboard. */
export interface DashboardPreferences {
  readonly version: 1;
  /** Areas that the person put in an order of their own; areas not named follow in the school's order. */
  readonly areaOrder: readonly DashboardArea[];
}

/** The areas shown, those that the person prefers first in the person's order, the others after them in the school's. */
export function orderAreas(shown: readonly DashboardArea[], preferred: readonly DashboardArea[]): DashboardArea[] {
  return [...new Set([...preferred.filter((area) => shown.includes(area)), ...shown])];
}
