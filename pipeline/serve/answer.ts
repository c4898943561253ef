import { access, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPacked, PACKED, type Packing } from '../contract/packed.ts';
import type { AudienceName } from '../words/project.ts';
import { choosePacking } from './choose-packing.ts';
import { contentType } from './content-types.ts';
import type { Place } from './resolve-path.ts';
import { resolvePath } from './resolve-path.ts';

type FilePlace = Extract<Place, { type: 'file' }>;
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const SECURITY = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': "frame-ancestors 'self'; base-uri 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** What is served, and to whom. */
export interface ServedSite {
  dist: string;
  audience: AudienceName;
  /** A header without which nothing is answered; null for none. The proxy of a sign-on sets it, and removes it from what readers send. */
  requiredHeader: string | null;
}

/** Answers requests for one audience's tree of the edition that `current` points at. Reading only: GET and HEAD. */
export function createAnswer({ dist, audience, requiredHeader }: ServedSite): Answer {
  return async (request, response) => {
    for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return plain(request, response, 405, 'Här går det bara att läsa.');
    }
    if (requiredHeader !== null && !request.headers[requiredHeader.toLowerCase()])
      return plain(request, response, 403, 'Logga in först: den här servern svarar bara bakom organisationens inloggning.');
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

  async function file(request: IncomingMessage, response: ServerResponse, place: FilePlace): Promise<void> {
    const packing = await copyFor(request, place);
    const etag = `"${place.etag}${packing === null ? '' : `-${packing}`}"`;
    const shared = audience === 'public' ? 'public' : 'private';
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', place.immutable ? `${shared}, max-age=31536000, immutable` : `${shared}, no-cache`);
    if (isPacked(place.path, place.size)) response.setHeader('Vary', 'Accept-Encoding');
    if (matches(request.headers['if-none-match'], etag)) {
      response.writeHead(304).end();
      return;
    }
    if (packing !== null) response.setHeader('Content-Encoding', packing);
    const body = await readFile(packing === null ? place.path : `${place.path}${PACKED[packing]}`);
    send(request, response, 200, contentType(place.path), body);
  }
}

/** The compressed copy beside a file that the reader takes; null where there is none, as in an edition that an older Målbild published. */
async function copyFor(request: IncomingMessage, { path, size }: FilePlace): Promise<Packing | null> {
  const packing = isPacked(path, size) ? choosePacking(request.headers['accept-encoding']) : null;
  if (packing === null) return null;
  const isThere = await access(`${path}${PACKED[packing]}`).then(
    () => true,
    () => false,
  );
  return isThere ? packing : null;
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
