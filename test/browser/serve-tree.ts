import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { SERVED_QUALITY } from '../../pipeline/contract/served-quality.ts';
import type { Tree } from '../dashboards/fixture-tree.ts';

const TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  csv: 'text/csv',
};

/** A file that was asked for, and the bytes that it took. */
export interface Served {
  path: string;
  bytes: number;
}

export interface ServedTree {
  /** Ends with `/`. */
  origin: string;
  /** What has been sent, in the order that it was asked for. */
  served: Served[];
  close(): Promise<void>;
}

/** Serves a tree from memory under `/dela/`, so that an absolute link would miss. `/` is nothing. Text goes as Brotli where asked to. */
export async function serveTree(tree: Tree, { brotli = false } = {}): Promise<ServedTree> {
  const compressed = new Map<string, Buffer>();
  const served: Served[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://tree').pathname).replace(/^\/dela\//, '');
    const file = tree.get(path);
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    if (file === undefined) return void response.writeHead(404).end();
    const type = TYPES[path.split('.').at(-1) ?? ''];
    const isCompressed = brotli && type !== undefined;
    if (isCompressed && !compressed.has(path)) compressed.set(path, compress(path, file));
    const body = isCompressed ? compressed.get(path)! : file;
    served.push({ path, bytes: Buffer.byteLength(body) });
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      ...(isCompressed ? { 'content-encoding': 'br' } : {}),
    });
    response.end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}/dela/`,
    served,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** As published trees are compressed: what never changes under its name as well as can be, the rest as fast as it is served. */
export const compress = (path: string, file: string | Buffer): Buffer =>
  brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: path.startsWith('assets/') ? 11 : SERVED_QUALITY } });
