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

/** The way forward from an error: asks again for everything that the page shows. A row that is broken or missing came with an answer that was none. */
export function useRetry(): { readonly label: string; readonly onClick: () => void } {
  const client = useQueryClient();
  const { strings } = useEnvironment();
  return {
    label: strings.page.tryAgain,
    onClick: () => {
      void client.refetchQueries({ type: 'active' });
    },
  };
}
