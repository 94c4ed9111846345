import { serve, type HttpBindings } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { DroppedConnection } from './faults';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

type Answer = (request: Request) => Promise<Response>;

/** A fetch function for node-server that cuts the socket where a fault drops the connection. */
export function cutWhereDropped(fetch: Answer): (request: Request, environment: unknown) => Promise<Response> {
  return async (request, environment) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof DroppedConnection)) throw error;
      // node-server hands its own request over as the environment.
      (environment as HttpBindings).incoming.socket.destroy();
      return new Response(null, { status: 500 });
    }
  };
}

/** Puts a fetch function on a port of this machine; 0 takes any free one. */
export function listen(fetch: Answer, port: number): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: cutWhereDropped(fetch), port, hostname: '127.0.0.1' }, (address: AddressInfo) => {
      resolve({ port: address.port, close: () => new Promise((done) => void server.close(() => done())) });
    });
  });
}
