import { serve, type HttpBindings } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { DroppedConnection } from './faults';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Puts a fetch function on a port of this machine; 0 takes any free one. A dropped connection cuts the socket. */
export function listen(fetch: (request: Request) => Promise<Response>, port: number): Promise<Listening> {
  const answer = async (request: Request, environment: unknown): Promise<Response> => {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof DroppedConnection)) throw error;
      // node-server hands its own request over as the environment.
      (environment as HttpBindings).incoming.socket.destroy();
      return new Response(null, { status: 500 });
    }
  };
  return new Promise((resolve) => {
    const server = serve({ fetch: answer, port, hostname: '127.0.0.1' }, (address: AddressInfo) => {
      resolve({ port: address.port, close: () => new Promise((done) => void server.close(() => done())) });
    });
  });
}
