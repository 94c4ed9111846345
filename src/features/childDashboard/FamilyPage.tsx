import * as React from 'react';
import { useEnvironment } from '../../app/environment';
import { PanelBoundary } from '../../app/faults';
import type { QueryState } from '../../app/queryState';
import type { Versioned } from '../../data/preferences';
import { orderAreas, type DashboardArea, type DashboardPreferences } from '../../domain/dashboardAreas';
import type { Family } from '../../family/useFamily';
import { PanelLayout } from '../../ui/PanelLayout';
import { AttendancePanel } from './AttendancePanel';
import { BehaviourPanel } from './BehaviourPanel';
import { useDashboardChildren } from './dashboardChild';
import { DatesPanel } from './DatesPanel';
import { NoticesPanel } from './NoticesPanel';
import { OrderEditor } from './OrderEditor';
import type { PanelProps } from './panelProps';
import type { SavePreferences, SchoolReads } from './queries';
import { ResultsPanel } from './ResultsPanel';
import { TodayPanel } from './TodayPanel';

const panels: Readonly<Record<DashboardArea, (props: PanelProps) => React.ReactElement>> = {
  today: TodayPanel,
  attendance: AttendancePanel,
  behaviour: BehaviourPanel,
  results: ResultsPanel,
  notices: NoticesPanel,
  dates: DatesPanel,
};

interface FamilyPageProps {
  readonly family: Family;
  readonly school: SchoolReads;
  readonly preferences: QueryState<Versioned<DashboardPreferences>>;
  readonly saving: SavePreferences;
  /** In the school's order. */
  readonly areas: readonly DashboardArea[];
}

/** The areas in the person's own order or else the school's. */
export function FamilyPage({ family, school, preferences, saving, areas }: FamilyPageProps): React.ReactElement {
  const { strings } = useEnvironment();
  const inOrder = orderAreas(areas, preferences.value?.value.areaOrder ?? []);
  return (
    <>
      <AreaPanels family={family} school={school} areas={inOrder} />
      <PanelBoundary heading={strings.order.heading} code="order">
        <OrderEditor schoolOrder={areas} order={inOrder} saving={saving} />
      </PanelBoundary>
    </>
  );
}

function AreaPanels({ family, school, areas }: Omit<FamilyPageProps, 'preferences' | 'saving'>): React.ReactElement {
  const { strings } = useEnvironment();
  const shown = useDashboardChildren(family, areas);
  // Facts about several children are long, and usually come before what concerns the whole family.
  const others = (areas.length - 1) / 2;
  const half = 1 + (shown.length > 1 ? Math.floor(others) : Math.ceil(others));
  const panelsOf = (some: readonly DashboardArea[], isLead: boolean): React.ReactElement[] =>
    some.map((area) => {
      const AreaPanel = panels[area];
      // Another child's panel is another panel: what was opened in one is not open in the next.
      return (
        <PanelBoundary key={`${family.choice} ${area}`} heading={strings[area].name} code={`panel-${area}`}>
          <AreaPanel shown={shown} school={{ ...school, calendar: family.calendar }} isLead={isLead} />
        </PanelBoundary>
      );
    });
  return (
    <PanelLayout
      lead={panelsOf(areas.slice(0, 1), true)}
      stacks={[panelsOf(areas.slice(1, half), false), panelsOf(areas.slice(half), false)]}
    />
  );
}
