import { join } from 'node:path';
import { createServer } from 'node:http';
import { close, listen } from '../../localsite/start/listen';
import { readOptions } from '../../localsite/start/options';

describe('npm start', () => {
  it('serves on 4321 and opens a browser unless told otherwise', () => {
    expect(readOptions([], {}, 'project')).toEqual({ folder: join('project', '.local'), port: 4321, fresh: false, openBrowser: true });
  });

  it('opens no browser when asked not to, and none on a build server', () => {
    expect(readOptions(['--no-open'], {}, 'project').openBrowser).toBe(false);
    expect(readOptions([], { CI: 'true' }, 'project').openBrowser).toBe(false);
  });

  it('takes another port, and starts over when asked', () => {
    expect(readOptions(['--fresh'], { PORT: '5000' }, 'project')).toEqual({
      folder: join('project', '.local'),
      port: 5000,
      fresh: true,
      openBrowser: true,
    });
  });

  it.each(['school', '0', '70000', '43.5'])('refuses %s as a port', (port) => {
    expect(() => readOptions([], { PORT: port }, 'project')).toThrow('PORT must be a number');
  });

  it('says in words that the port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, 'localhost', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await expect(listen(async () => new Response(''), port)).rejects.toThrow(/Port \d+ is in use/);
    other.close();
  });

  it('answers a request that breaks, and goes on', async () => {
    const server = await listen(async () => Promise.reject(new TypeError('broken')), 0);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await fetch(`http://localhost:${port}/`);
    expect(response.status).toBe(500);
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
    await close(server);
  });
});
