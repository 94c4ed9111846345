import * as React from 'react';
import type { DashboardStore } from '../../data/dashboardStore';
import { dashboardAreas, type DashboardArea } from '../../domain/dashboardAreas';
import { usualTimeZone } from '../../domain/time/schoolTime';
import type { LanguageLoader } from '../../loc/languages';
import styles from './Dashboard.module.scss';
import { FamilyPage } from './FamilyPage';
import { LoadingPage, NoChildPage, ProblemPage, WordlessPage } from './PageStates';
import { useTryAgain } from './queries';
import { useScreen } from './screen';
import { SurroundingsProvider, surroundingsOf, useNow } from './surroundings';
import { Title } from './Title';
import { useLanguage } from './useLanguage';

export interface DashboardProps {
  readonly store: DashboardStore;
  readonly clock: () => Date;
  readonly title: string;
  /** Areas shown, in the school's order. Names that are no area are left out. */
  readonly areas: readonly string[];
  /** An e-mail address, a telephone number or plain words. */
  readonly helpContact: string;
  readonly isEditing: boolean;
  /** The page's culture: 'en-gb'. */
  readonly locale: string;
  /** Languages besides English; all there are, unless told otherwise. */
  readonly languages?: Readonly<Record<string, LanguageLoader>> | undefined;
  readonly onOpenPropertyPane: () => void;
  readonly onTitleChange: (title: string) => void;
}

/** The child dashboard over any store. */
export function Dashboard(props: DashboardProps): React.ReactElement {
  const { store, clock, isEditing } = props;
  const now = useNow(clock);
  // The school's zone is not known before the first answer: what is read reaches a day further to both sides.
  const { screen, preferences } = useScreen(store, now.toISOString().slice(0, 10));
  const tryAgain = useTryAgain(store);
  const timeZone = screen.state === 'ready' ? screen.timeZone : usualTimeZone;
  const language = useLanguage(props.locale, props.languages);
  if (!language) return <WordlessPage title={props.title} />;
  const surroundings = surroundingsOf(language, now, timeZone, props.helpContact);
  return (
    <SurroundingsProvider value={surroundings}>
      <div className={styles.dashboard} lang={language.tag} dir={language.direction}>
        <Title title={props.title} isEditing={isEditing} onTitleChange={props.onTitleChange} />
        {screen.state === 'loading' && <LoadingPage isRetrying={screen.isRetrying} />}
        {screen.state === 'noChild' && <NoChildPage isEditing={isEditing} />}
        {screen.state === 'problem' && (
          <ProblemPage error={screen.error} isEditing={isEditing} onTryAgain={tryAgain} onOpenPropertyPane={props.onOpenPropertyPane} />
        )}
        {screen.state === 'ready' && (
          <FamilyPage store={store} screen={screen} preferences={preferences} areas={knownAreas(props.areas)} onTryAgain={tryAgain} />
        )}
      </div>
    </SurroundingsProvider>
  );
}

/** A page may have been saved with an area that no longer exists. */
function knownAreas(names: readonly string[]): DashboardArea[] {
  return names.flatMap((name) => dashboardAreas.filter((area) => area === name));
}
