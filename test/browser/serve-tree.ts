import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Tree } from '../dashboards/fixture-tree.ts';

const TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  csv: 'text/csv',
};

export interface ServedTree {
  /** Ends with `/`. */
  origin: string;
  close(): Promise<void>;
}

/** Serves a tree from memory under `/dela/`, so that an absolute link would miss. `/` is nothing. */
export async function serveTree(tree: Tree): Promise<ServedTree> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://tree').pathname).replace(/^\/dela\//, '');
    const file = tree.get(path);
    if (path === '/favicon.ico') response.writeHead(204).end();
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }).end(file);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}/dela/`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
