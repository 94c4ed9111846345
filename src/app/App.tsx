import * as React from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { Connection } from '../data/connection';
import { queryClient } from '../data/queryClient';
import type { Session } from '../data/session';
import { connectionOf } from '../data/sharepoint/connection';
import { ConnectionProvider } from './connection';
import { EnvironmentProvider, type HostContext } from './environment';
import { PageBoundary } from './faults';

interface AppProps {
  readonly host: HostContext;
  readonly session: Session;
  readonly children?: React.ReactNode;
}

const systemClock = (): Date => new Date();

/** What every view stands in: the page's one cache, the person's one connection, language and clock. */
export function App({ host, session, children }: AppProps): React.ReactElement {
  return (
    <AppOver host={host} connection={connectionOf(session)} client={queryClient} clock={systemClock}>
      {children}
    </AppOver>
  );
}

interface AppOverProps extends Omit<AppProps, 'session'> {
  readonly connection: Connection;
  readonly client: QueryClient;
  readonly clock: () => Date;
}

/** The same over any connection, cache and clock. */
export function AppOver({ host, connection, client, clock, children }: AppOverProps): React.ReactElement {
  return (
    <QueryClientProvider client={client}>
      <ConnectionProvider value={connection}>
        <EnvironmentProvider host={host} clock={clock}>
          <PageBoundary>{children}</PageBoundary>
        </EnvironmentProvider>
      </ConnectionProvider>
    </QueryClientProvider>
  );
}
