import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentType } from '../serve/content-types.ts';
import { portError, type RunningServer } from '../serve/start-server.ts';
import type { FindFile } from '../words/stages.ts';
import { barePage, LOOKS_PATH, RELOAD_PATH, RELOAD_SCRIPT, withReload } from './dev-page.ts';

/** What the latest look at a project gave. */
export interface Look {
  /** Null where none has succeeded yet. */
  find: FindFile | null;
  /** What is wrong, a line each; empty where nothing is. */
  problems: string;
}

export interface DevServer extends RunningServer {
  /** Shows this look from now on, and has every open page load itself again. */
  show(look: Look): void;
}

/** Serves the latest look at a project, on this machine alone. Throws ExpectedError where the port cannot be had. */
export async function startDevServer(port: number): Promise<DevServer> {
  let look: Look = { find: null, problems: '' };
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    if (path === LOOKS_PATH) return listen(response);
    if (path === RELOAD_PATH) return send(response, 200, path, RELOAD_SCRIPT);
    try {
      const bytes = look.find?.(path) ?? null;
      if (bytes === null)
        return send(response, 404, 'x.html', barePage(look.find === null ? 'Inget att visa än' : 'Sidan finns inte', look.problems));
      send(response, 200, path, path.endsWith('.html') ? withReload(Buffer.from(bytes).toString('utf8'), look.problems) : bytes);
    } catch (error) {
      send(
        response,
        500,
        'x.html',
        barePage('Sidan gick inte att rita', error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
    }
  });

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': here\n\n');
    open.add(response);
    response.on('close', () => open.delete(response));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(portError(error, port)));
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    address: `http://localhost:${taken}/`,
    show(next) {
      look = next;
      for (const response of open) response.write('event: look\ndata: \n\n');
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, name: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'Content-Type': contentType(name), 'Cache-Control': 'no-store' });
  response.end(body);
}

/** The path in the tree that an address names; a folder names its page. */
function pathOf(url: string): string {
  const path = decodeURIComponent(url.replace(/[?#].*$/s, '')).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
