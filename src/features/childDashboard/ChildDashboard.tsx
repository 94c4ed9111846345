import * as React from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../../data/queryClient';
import type { Session } from '../../data/session';
import { dashboardStoreOf } from '../../data/sharepoint/sharePointDashboardStore';
import { Dashboard } from './Dashboard';

export interface ChildDashboardProps {
  readonly title: string;
  /** Areas shown, in the school's order. Names that are no area are left out. */
  readonly areas: readonly string[];
  /** An e-mail address, a telephone number or plain words. */
  readonly helpContact: string;
  readonly isEditing: boolean;
  /** The page's culture: 'en-gb'. */
  readonly locale: string;
  readonly onOpenPropertyPane: () => void;
  readonly onTitleChange: (title: string) => void;
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
