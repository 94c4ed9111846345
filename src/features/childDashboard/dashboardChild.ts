/** A child as the dashboard shows it: of each area what the home row says, or else what the area's own record says. */
import { useEnvironment } from '../../app/environment';
import { idle, type QueryState } from '../../app/queryState';
import type { WithModified } from '../../data/records';
import type { AttendanceDay, AttendanceSummary } from '../../domain/attendance/attendance';
import type { BehaviourEntry } from '../../domain/behaviour';
import type { DashboardArea } from '../../domain/dashboardAreas';
import type { Freshness } from '../../domain/freshness';
import { pupilAreas, type PupilArea } from '../../domain/people/areas';
import type { TimetableDay } from '../../domain/timetable/lesson';
import { readingOf, type ChildView, type Reading } from '../../family/childView';
import { areaFreshness, freshnessInWords, type AreaFreshness } from '../../family/freshness';
import { useRecords } from '../../family/queries';
import type { Family } from '../../family/useFamily';
import type { RecordOf } from '../../lists/areas';

/** What a part of the page shows of each child's records. */
const recordsOf: Readonly<Record<DashboardArea, PupilArea | undefined>> = {
  today: 'timetable',
  attendance: 'attendance',
  behaviour: 'behaviour',
  results: 'results',
  notices: undefined,
  dates: undefined,
};

/** The latest record of each area, as far as it was read. */
export type ChildRecords = { readonly [Area in PupilArea]: QueryState<WithModified<RecordOf<Area>>> };

export interface DashboardChild extends ChildView {
  readonly timetable: readonly TimetableDay[];
  readonly summary: AttendanceSummary | undefined;
  /** Newest first. */
  readonly recentAttendance: readonly AttendanceDay[];
  readonly news: readonly BehaviourEntry[];
  readonly records: ChildRecords;
  /** Absent while it is being read. */
  readonly freshness: { readonly [area in PupilArea]?: AreaFreshness | undefined } | undefined;
}

/**
 * The shown children, with their records: of areas that the page has and that are shared, and of the timetable only where it is not on
 * the home row.
 */
export function useDashboardChildren(
  { shown, freshness }: Pick<Family, 'shown' | 'freshness'>,
  onPage: readonly DashboardArea[],
): readonly DashboardChild[] {
  const keysOf = (area: PupilArea): readonly string[] =>
    onPage.some((each) => recordsOf[each] === area)
      ? shown.filter(({ areas, hasHome }) => areas.includes(area) && !(area === 'timetable' && hasHome)).map(({ pupilKey }) => pupilKey)
      : [];
  const timetable = useRecords('timetable', keysOf('timetable'));
  const attendance = useRecords('attendance', keysOf('attendance'));
  const behaviour = useRecords('behaviour', keysOf('behaviour'));
  const results = useRecords('results', keysOf('results'));
  return shown.map((child) => {
    const { pupilKey } = child;
    const records: ChildRecords = {
      timetable: timetable.get(pupilKey) ?? idle,
      attendance: attendance.get(pupilKey) ?? idle,
      behaviour: behaviour.get(pupilKey) ?? idle,
      results: results.get(pupilKey) ?? idle,
    };
    return dashboardChild(child, records, freshness);
  });
}

function dashboardChild(child: ChildView, records: ChildRecords, freshness: QueryState<Freshness>): DashboardChild {
  const { home } = child;
  const attendance = records.attendance.value?.value;
  return {
    ...child,
    records,
    timetable: home?.timetable ?? records.timetable.value?.value.timetable ?? [],
    summary: home ? home.attendance : attendance?.summary,
    recentAttendance: home?.recentAttendance ?? [...(attendance?.days ?? [])].reverse(),
    news: home?.news ?? records.behaviour.value?.value.entries ?? [],
    freshness: freshness.isLoading ? undefined : freshnessOf(child, records, freshness.value ?? {}),
  };
}

function freshnessOf(child: ChildView, records: ChildRecords, ofSchool: Freshness): DashboardChild['freshness'] {
  return Object.fromEntries(pupilAreas.map((area) => [area, areaFreshness(child, area, ofSchool, records[area].value?.modified)]));
}

/** What the first look at an area needs: the home row, or for an adult who may see some areas only the area's own record. */
export function firstReading(area: PupilArea): (child: DashboardChild) => Reading {
  return (child) => (child.hasHome ? child.homeReading : recordReading(area)(child));
}

/** What an area shows that is not on the home row. Where there is no record there is nothing yet, and nothing is missing. */
export function recordReading(area: PupilArea): (child: DashboardChild) => Reading {
  return ({ records }) => ({ ...readingOf(records[area]), isMissing: false });
}

/** How fresh a panel is, in words; nothing before it is known. */
export function usePanelFreshness(
  area: PupilArea,
  children: readonly DashboardChild[],
  { calendar }: Pick<Family, 'calendar'>,
): Partial<ReturnType<typeof freshnessInWords>> {
  const environment = useEnvironment();
  const sharing = children.filter((child) => child.areas.includes(area));
  const isLoading = sharing.some((child) => child.freshness === undefined || firstReading(area)(child).isLoading);
  if (sharing.length === 0 || isLoading) return {};
  return freshnessInWords(
    area,
    sharing.map((child) => child.freshness?.[area]),
    calendar.value,
    environment,
  );
}
