import * as React from 'react';
import * as strings from 'SchoolgateWebPartStrings';
import { Waiting } from './Waiting';

interface State {
  readonly hasFailed: boolean;
}

interface LazyContentProps {
  /** What the content is shown with, as one text: after a failure it is tried again with another. */
  readonly settings: string;
  readonly children?: React.ReactNode;
}

/** Waits for a view's code. When it does not come (offline, or a release replaced it), says so and what to do. */
export class LazyContent extends React.Component<LazyContentProps, State> {
  public override state: State = { hasFailed: false };

  public static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  public override componentDidUpdate(before: LazyContentProps): void {
    if (this.state.hasFailed && before.settings !== this.props.settings) this.setState({ hasFailed: false });
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
    return <React.Suspense fallback={<Waiting />}>{this.props.children}</React.Suspense>;
  }
}
