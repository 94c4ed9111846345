import * as React from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../../data/queryClient';
import type { Session } from '../../data/session';
import { dashboardStoreOf } from '../../data/sharepoint/sharePointDashboardStore';
import { Dashboard, type DashboardProps } from './Dashboard';

interface ChildDashboardProps extends Omit<DashboardProps, 'store' | 'clock'> {
  readonly session: Session;
}

const clock = (): Date => new Date();

/** The child dashboard of the signed-in person, over SharePoint. */
export function ChildDashboard({ session, ...props }: ChildDashboardProps): React.ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <Dashboard {...props} store={dashboardStoreOf(session)} clock={clock} />
    </QueryClientProvider>
  );
}
