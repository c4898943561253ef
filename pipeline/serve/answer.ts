import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AudienceName } from '../words/project.ts';
import { contentType, shrinks } from './content-types.ts';
import { chooseEncoding, createEncoder, isWorthEncoding } from './encode.ts';
import type { Place } from './resolve-path.ts';
import { resolvePath } from './resolve-path.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const SECURITY = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': "frame-ancestors 'self'; base-uri 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Answers requests for one audience's tree of the edition that `current` points at. Reading only: GET and HEAD. */
export function createAnswer(dist: string, audience: AudienceName): Answer {
  const encode = createEncoder();
  return async (request, response) => {
    for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return plain(request, response, 405, 'Här går det bara att läsa.');
    }
    const place = await resolvePath(dist, audience, request.url ?? '/');
    if (place.type === 'file') return file(request, response, place);
    if (place.type === 'nothing-published') return plain(request, response, 503, 'Ännu finns ingen utgåva. Kör `malbild run`.');
    if (place.type === 'not-found') return notFound(request, response);
    response.setHeader('Location', place.to);
    return plain(request, response, 301, place.to);
  };

  /** The tree's own page for readers, a line for programs. */
  async function notFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = request.headers.accept?.includes('text/html') ? await resolvePath(dist, audience, '/404.html') : null;
    if (page?.type !== 'file') return plain(request, response, 404, 'Sidan finns inte.');
    response.setHeader('Cache-Control', 'no-store');
    send(request, response, 404, contentType(page.path), await readFile(page.path));
  }

  async function file(request: IncomingMessage, response: ServerResponse, place: Extract<Place, { type: 'file' }>): Promise<void> {
    const encodable = shrinks(place.path) && isWorthEncoding(place.size);
    const encoding = encodable ? chooseEncoding(request.headers['accept-encoding']) : null;
    const etag = `"${place.etag}${encoding === null ? '' : `-${encoding}`}"`;
    const shared = audience === 'public' ? 'public' : 'private';
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', place.immutable ? `${shared}, max-age=31536000, immutable` : `${shared}, no-cache`);
    if (encodable) response.setHeader('Vary', 'Accept-Encoding');
    if (matches(request.headers['if-none-match'], etag)) {
      response.writeHead(304).end();
      return;
    }
    const bytes = await readFile(place.path);
    const body = encoding === null ? bytes : await encode(place.etag, encoding, bytes);
    if (encoding !== null) response.setHeader('Content-Encoding', encoding);
    send(request, response, 200, contentType(place.path), body);
  }
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some(given => ['*', etag, `W/${etag}`].includes(given.trim()));

/** An answer that is no file of the tree: one line of text, never kept. */
function plain(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.setHeader('Cache-Control', 'no-store');
  send(request, response, status, 'text/plain; charset=utf-8', Buffer.from(`${text}\n`));
}

function send(request: IncomingMessage, response: ServerResponse, status: number, type: string, body: Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
