import * as React from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Connection } from '../data/connection';
import { useEnvironment } from './environment';

const Context = React.createContext<Connection | undefined>(undefined);

export const ConnectionProvider = Context.Provider;

/** The signed-in person's connection to the site. */
export function useConnection(): Connection {
  const connection = React.useContext(Context);
  if (!connection) throw new Error('A view stands outside its ConnectionProvider');
  return connection;
}

/** The way forward from an error: asks again for everything of this person that could not be had. */
export function useRetry(): { readonly label: string; readonly onClick: () => void } {
  const { userKey } = useConnection();
  const client = useQueryClient();
  const { strings } = useEnvironment();
  return {
    label: strings.page.tryAgain,
    onClick: () => {
      void client.refetchQueries({ queryKey: [userKey], type: 'active', predicate: ({ state }) => state.status === 'error' });
    },
  };
}
