import * as React from 'react';
import { App } from '../../app/App';
import type { HostContext } from '../../app/environment';
import type { Session } from '../../data/session';
import { Dashboard, type DashboardProps } from './Dashboard';

interface ChildDashboardProps extends DashboardProps {
  readonly host: HostContext;
  readonly session: Session;
}

/** The child dashboard of the signed-in person, over SharePoint. */
export function ChildDashboard({ host, session, ...props }: ChildDashboardProps): React.ReactElement {
  return (
    <App host={host} session={session}>
      <Dashboard {...props} />
    </App>
  );
}
