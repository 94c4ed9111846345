import * as React from 'react';
import { useRetry } from '../app/connection';
import { SchoolTimeZone, useEnvironment } from '../app/environment';
import { Help, LoadingPage, ProblemPage } from '../app/PageStates';
import { ErrorBand, ErrorNote } from '../ui/ErrorNote';
import { useOnDemand } from '../ui/onDemand';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { ChildChooser } from './ChildChooser';
import styles from './FamilyGate.module.scss';
import { useFamily, type Family } from './useFamily';

interface FamilyGateProps {
  /** Rendered once the children are known, on the school's clock. */
  readonly children: (family: Family) => React.ReactNode;
}

/** What every parent's web part does before it shows anything of its own: who I am, my children, which of them, and what to do where that cannot be had. */
export function FamilyGate({ children }: FamilyGateProps): React.ReactElement {
  const family = useFamily();
  const { isEditing } = useEnvironment();
  switch (family.state) {
    case 'loading':
      return <LoadingPage isRetrying={family.isRetrying} />;
    case 'noChild':
      return isEditing ? <ExampleFamily>{children}</ExampleFamily> : <NoChildPage />;
    case 'problem':
      return <ProblemPage error={family.error} />;
    case 'ready':
      return (
        <SchoolTimeZone timeZone={family.family.timeZone}>
          <FamilyHead family={family.family} />
          {children(family.family)}
        </SchoolTimeZone>
      );
  }
}

/** Which child is shown, and the choice where there are several. */
function FamilyHead({ family: { children, choice, shown, refreshError } }: { readonly family: Family }): React.ReactElement {
  const { strings } = useEnvironment();
  const retry = useRetry();
  const only = shown.length === 1 ? shown[0] : undefined;
  return (
    <>
      {refreshError && <ErrorBand heading={strings.page.refreshFailed} action={retry} />}
      {children.length > 1 && <ChildChooser family={children} choice={choice} />}
      {only?.pupil && (
        <p className={styles.who}>
          {strings.family.about(`${only.pupil.forename} ${only.pupil.surname}`, only.pupil.yearGroup, only.pupil.form)}
        </p>
      )}
      <VisuallyHidden live>{only ? strings.family.showing(only.name) : strings.family.showingAll}</VisuallyHidden>
    </>
  );
}

function NoChildPage(): React.ReactElement {
  const { strings } = useEnvironment();
  const { heading, text } = strings.problems.noChild;
  return (
    <ErrorNote heading={heading} text={text}>
      <Help />
    </ErrorNote>
  );
}

const loadExample = () => import(/* webpackChunkName: 'example-child' */ './example/ExampleConnection');

/** The same with an example child, for a page's editor who has none. */
function ExampleFamily({ children }: FamilyGateProps): React.ReactElement {
  const [example, ask] = useOnDemand(loadExample);
  React.useEffect(ask, [ask]);
  if (example.state === 'failed') return <NoChildPage />;
  if (example.state !== 'here') return <LoadingPage isRetrying={false} />;
  return (
    <example.code.ExampleConnection>
      <FamilyGate>{children}</FamilyGate>
    </example.code.ExampleConnection>
  );
}
