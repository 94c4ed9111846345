import * as React from 'react';
import * as strings from 'SchoolgateWebPartStrings';

interface State {
  readonly hasFailed: boolean;
}

/** Waits for a view's code. When it does not come (offline, or a release replaced it), says so and what to do. */
export class LazyContent extends React.Component<{ readonly children?: React.ReactNode }, State> {
  public override state: State = { hasFailed: false };

  public static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  public override render(): React.ReactNode {
    if (this.state.hasFailed) {
      return (
        <div role="alert">
          <p>{strings.loadFailed}</p>
          <button type="button" onClick={() => window.location.reload()}>
            {strings.loadAgain}
          </button>
        </div>
      );
    }
    return <React.Suspense fallback={<div aria-busy="true" />}>{this.props.children}</React.Suspense>;
  }
}
