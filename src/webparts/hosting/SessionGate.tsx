import * as React from 'react';
import * as strings from 'SchoolgateWebPartStrings';
import { asDataError, type DataError } from '../../data/errors';
import type { Session } from '../../data/session';
import { Waiting } from './Waiting';

interface SessionGateProps {
  readonly session: Session | Promise<Session>;
  readonly isEditing: boolean;
  readonly onOpenPropertyPane: () => void;
  /** Renders anew, with a session that is asked for again. */
  readonly onTryAgain: () => void;
  readonly children: (session: Session) => React.ReactElement;
}

type Outcome = { readonly of: Promise<Session> } & ({ readonly session: Session } | { readonly error: DataError });

/** Shows the view as soon as it is known where it reads and who the person is there: at once on the school's own site. */
export function SessionGate({ session, children, ...problem }: SessionGateProps): React.ReactElement {
  const [outcome, setOutcome] = React.useState<Outcome>();
  React.useEffect(() => {
    if (!(session instanceof Promise)) return undefined;
    let isAwaited = true;
    const settle = (settled: Outcome): void => {
      if (isAwaited) setOutcome(settled);
    };
    session.then(
      (opened) => settle({ of: session, session: opened }),
      (thrown: unknown) => settle({ of: session, error: asDataError(thrown) }),
    );
    return () => {
      isAwaited = false;
    };
  }, [session]);
  if (!(session instanceof Promise)) return children(session);
  if (outcome?.of !== session) return <Waiting />;
  return 'session' in outcome ? children(outcome.session) : <SiteProblem error={outcome.error} {...problem} />;
}

type SiteProblemProps = Pick<SessionGateProps, 'isEditing' | 'onOpenPropertyPane' | 'onTryAgain'> & { readonly error: DataError };

/** Before the view's own code is there, so in SharePoint's words and HTML's own button. */
function SiteProblem({ error, isEditing, onOpenPropertyPane, onTryAgain }: SiteProblemProps): React.ReactElement {
  const isClosed = error.kind === 'notSetUp' || error.kind === 'noAccess';
  const words = isClosed ? (isEditing ? strings.siteUrlWrong : strings.siteClosed) : strings.loadFailed;
  return (
    <div role="alert">
      <p>{words}</p>
      {isClosed && isEditing ? (
        <button type="button" onClick={onOpenPropertyPane}>
          {strings.openSettings}
        </button>
      ) : (
        <button type="button" onClick={onTryAgain}>
          {strings.loadAgain}
        </button>
      )}
    </div>
  );
}
