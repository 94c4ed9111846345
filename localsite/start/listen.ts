import type { Server } from 'node:http';
import { serve, type HttpBindings } from '@hono/node-server';
import { DroppedConnection } from '../api/faults';

type Answer = (request: Request) => Promise<Response>;

/** Serves on this computer only. Rejects with words when the port is taken. */
export function listen(fetch: Answer, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: cutWhereDropped(answering(fetch)), port, hostname: 'localhost' }, () => resolve(server)) as Server; // HTTP/1
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use, perhaps by another Schoolgate. Stop that one, or choose a port: PORT=${port + 1} npm start`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
  });
}

/** A request that breaks is answered and told, and does not end the server. */
function answering(fetch: Answer): Answer {
  return async (request) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (error instanceof DroppedConnection) throw error;
      console.error(error);
      return new Response('Something on the local site went wrong; its window says what.', { status: 500 });
    }
  };
}

/** Cuts the socket where a fault drops the connection. node-server hands its own request over as the environment. */
function cutWhereDropped(fetch: Answer): (request: Request, environment: unknown) => Promise<Response> {
  return async (request, environment) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof DroppedConnection)) throw error;
      (environment as HttpBindings).incoming.socket.destroy();
      return new Response(null, { status: 500 });
    }
  };
}

/** Ends the server and what is still connected to it. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
