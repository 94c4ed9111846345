import * as React from 'react';
import { Frame, type FrameProps } from '../../app/Frame';
import { LoadingPage } from '../../app/PageStates';
import { dashboardAreas, type DashboardArea } from '../../domain/dashboardAreas';
import { FamilyGate } from '../../family/FamilyGate';
import { FamilyPage } from './FamilyPage';
import { usePreferences, useSavePreferences, useSchoolReads } from './queries';

export interface DashboardProps extends Omit<FrameProps, 'children'> {
  /** Areas shown, in the school's order. Names that are no area are left out. */
  readonly areas: readonly string[];
}

/** The child dashboard over any connection. */
export function Dashboard({ areas, ...frame }: DashboardProps): React.ReactElement {
  const school = useSchoolReads();
  const preferences = usePreferences();
  const saving = useSavePreferences();
  return (
    <Frame {...frame}>
      <FamilyGate>
        {(family) =>
          // The order comes with the children. A page that moved under a reader's thumb would be worse than one that waits for it.
          preferences.isLoading && !preferences.isRetrying ? (
            <LoadingPage isRetrying={false} />
          ) : (
            <FamilyPage family={family} school={school} preferences={preferences} saving={saving} areas={knownAreas(areas)} />
          )
        }
      </FamilyGate>
    </Frame>
  );
}

/** A page may have been saved with an area that no longer exists. */
function knownAreas(names: readonly string[]): DashboardArea[] {
  return names.flatMap((name) => dashboardAreas.filter((area) => area === name));
}
