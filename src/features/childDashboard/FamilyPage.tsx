import * as React from 'react';
import type { DashboardStore, Kept } from '../../data/dashboardStore';
import { allChildren } from '../../data/selectedChild';
import { orderAreas, type DashboardArea, type DashboardPreferences } from '../../domain/dashboardAreas';
import { ErrorBand } from '../../ui/ErrorNote';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { AttendancePanel } from './AttendancePanel';
import { BehaviourPanel } from './BehaviourPanel';
import { ChildChooser } from './ChildChooser';
import styles from './Dashboard.module.scss';
import { DatesPanel } from './DatesPanel';
import type { Loaded } from './loaded';
import { NoticesPanel } from './NoticesPanel';
import { OrderEditor } from './OrderEditor';
import type { PanelProps } from './panelProps';
import { ResultsPanel } from './ResultsPanel';
import type { Screen } from './screen';
import { useSurroundings } from './surroundings';
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
  readonly store: DashboardStore;
  readonly screen: Extract<Screen, { readonly state: 'ready' }>;
  readonly preferences: Loaded<Kept<DashboardPreferences>>;
  /** In the school's order. */
  readonly areas: readonly DashboardArea[];
  readonly onTryAgain: () => void;
}

/** The children, and the areas in the person's own order or else the school's. */
export function FamilyPage({ store, screen, preferences, areas, onTryAgain }: FamilyPageProps): React.ReactElement {
  const { strings } = useSurroundings();
  const preferred = preferences.value?.value.areaOrder ?? [];
  const inOrder = orderAreas(areas, preferred);
  const shown = screen.choice === allChildren ? screen.children : screen.children.filter((child) => child.pupilKey === screen.choice);
  const [only] = shown;
  return (
    <>
      {screen.refreshError && (
        <ErrorBand heading={strings.page.refreshFailed} action={{ label: strings.page.tryAgain, onClick: onTryAgain }} />
      )}
      {screen.children.length > 1 && <ChildChooser sitePerson={store.sitePerson} family={screen.children} choice={screen.choice} />}
      {only && shown.length === 1 && only.pupil && (
        <p className={styles.who}>
          {strings.page.about(`${only.pupil.forename} ${only.pupil.surname}`, only.pupil.yearGroup, only.pupil.form)}
        </p>
      )}
      <VisuallyHidden live>{only && shown.length === 1 ? strings.page.showing(only.name) : strings.page.showingAll}</VisuallyHidden>
      <AreaPanels areas={inOrder} shown={shown} screen={screen} onTryAgain={onTryAgain} />
      <OrderEditor store={store} schoolOrder={areas} order={inOrder} />
    </>
  );
}

interface AreaPanelsProps extends Pick<FamilyPageProps, 'screen' | 'areas' | 'onTryAgain'>, Pick<PanelProps, 'shown'> {}

/** The first area, then two stacks read one after the other: what opens in one moves nothing in the other. */
function AreaPanels({ areas, shown, screen, onTryAgain }: AreaPanelsProps): React.ReactElement {
  // Facts about several children are long, and usually come before what concerns the whole family.
  const others = (areas.length - 1) / 2;
  const half = 1 + (shown.length > 1 ? Math.floor(others) : Math.ceil(others));
  const inStack = (stack: readonly DashboardArea[], isLead: boolean): React.ReactElement[] =>
    stack.map((area) => {
      const AreaPanel = panels[area];
      // Another child's panel is another panel: what was opened in one is not open in the next.
      return <AreaPanel key={`${screen.choice} ${area}`} shown={shown} school={screen.school} isLead={isLead} onTryAgain={onTryAgain} />;
    });
  return (
    <div className={styles.areas}>
      <div className={styles.lead}>{inStack(areas.slice(0, 1), true)}</div>
      {[areas.slice(1, half), areas.slice(half)].map(
        (stack, index) =>
          stack.length > 0 && (
            <div key={index} className={styles.stack}>
              {inStack(stack, false)}
            </div>
          ),
      )}
    </div>
  );
}
