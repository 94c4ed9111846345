import * as React from 'react';
import { Button } from '../ui/Button';
import { Panel } from '../ui/Panel';
import { Help } from './PageStates';
import { useEnvironment } from './environment';

interface PanelBoundaryProps {
  readonly heading: string;
  /** For whoever helps: 'panel-attendance'. */
  readonly code: string;
  readonly children?: React.ReactNode;
}

interface State {
  readonly hasFailed: boolean;
}

/** A fault of ours in one panel takes neither the page nor the other panels. React writes the fault to the browser's console. */
export class PanelBoundary extends React.Component<PanelBoundaryProps, State> {
  public override state: State = { hasFailed: false };

  public static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  public override render(): React.ReactNode {
    const { heading, code, children } = this.props;
    if (!this.state.hasFailed) return children;
    return <FaultyPanel heading={heading} code={code} onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

interface FaultyPanelProps extends Pick<PanelBoundaryProps, 'heading' | 'code'> {
  readonly onRetry: () => void;
}

function FaultyPanel({ heading, code, onRetry }: FaultyPanelProps): React.ReactElement {
  const { strings } = useEnvironment();
  return (
    <Panel heading={heading} icon="alert">
      <div role="alert">
        <p>{strings.page.panelFault}</p>
        <p>{strings.page.code(code)}</p>
      </div>
      <Help />
      <div>
        <Button onClick={onRetry}>{strings.page.tryAgain}</Button>
      </div>
    </Panel>
  );
}
