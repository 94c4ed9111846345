import * as React from 'react';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { Panel } from '../ui/Panel';
import { Help } from './PageStates';
import { useEnvironment } from './environment';
import { FaultBoundary } from './FaultBoundary';

interface PageBoundaryProps {
  readonly children?: React.ReactNode;
}

/** A fault outside every panel: the page is called faulty, not missing. */
export function PageBoundary({ children }: PageBoundaryProps): React.ReactElement {
  return <FaultBoundary instead={(onRetry) => <FaultyPage onRetry={onRetry} />}>{children}</FaultBoundary>;
}

interface PanelBoundaryProps {
  readonly heading: string;
  /** For whoever helps: 'panel-attendance'. */
  readonly code: string;
  readonly children?: React.ReactNode;
}

/** A fault in one panel takes neither the page nor the other panels. */
export function PanelBoundary({ heading, code, children }: PanelBoundaryProps): React.ReactElement {
  return <FaultBoundary instead={(onRetry) => <FaultyPanel heading={heading} code={code} onRetry={onRetry} />}>{children}</FaultBoundary>;
}

interface Retry {
  readonly onRetry: () => void;
}

function FaultyPage({ onRetry }: Retry): React.ReactElement {
  const { strings } = useEnvironment();
  const { heading, text } = strings.problems.broken;
  return (
    <ErrorNote heading={heading} text={text} code={strings.page.code('page')} action={{ label: strings.page.tryAgain, onClick: onRetry }}>
      <Help />
    </ErrorNote>
  );
}

function FaultyPanel({ heading, code, onRetry }: Omit<PanelBoundaryProps, 'children'> & Retry): React.ReactElement {
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
