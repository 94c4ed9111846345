import * as React from 'react';

interface FaultBoundaryProps {
  /** What stands there instead. `onRetry` shows the children again. */
  readonly instead: (onRetry: () => void) => React.ReactNode;
  readonly children?: React.ReactNode;
}

interface State {
  readonly hasFailed: boolean;
}

/** Keeps a fault of ours from what is around it. React writes the fault to the browser's console. */
export class FaultBoundary extends React.Component<FaultBoundaryProps, State> {
  public override state: State = { hasFailed: false };

  public static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  public override render(): React.ReactNode {
    const { instead, children } = this.props;
    return this.state.hasFailed ? instead(() => this.setState({ hasFailed: false })) : children;
  }
}
