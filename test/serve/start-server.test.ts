import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { symlink } from 'node:fs/promises';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { portFor, startServer } from '../../pipeline/serve/start-server.ts';
import { tempFolder } from '../temp-folder.ts';
import { putEdition } from './a-site.ts';

const LONG = `<!doctype html><p>${'Sjukfrånvaro '.repeat(200)}</p>`;
const TABLE = 'metric\n'.repeat(1000);
const FILES = {
  'public/index.html': '<p>Åby</p>',
  'public/nyckeltal/sick-leave/index.html': LONG,
  'public/nyckeltal/sick-leave/index.html.br': brotliCompressSync(LONG),
  'public/nyckeltal/sick-leave/index.html.gz': gzipSync(LONG),
  'public/data/catalogue.ttl': '',
  'public/data/without-copies.csv': TABLE,
  'public/data/pages/sick-leave-0a1b.json': '{}',
  'public/data/observations/sick-leave.csv': 'metric\n',
  'public/assets/site-0a1b.js': 'export {};',
  'public/data/observations/sick-leave.parquet': new Uint8Array([80, 65, 82, 49]),
  'public/.tmp-status.json': '{}',
  'public/status.json': '{}',
  'public/uppfoljning/2026-T1/assets/site-9z.js': 'export {};',
  'internal/index.html': 'secret',
  'secret.txt': 'secret',
};

interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function serving(
  files: Readonly<Record<string, string | Uint8Array>> | null = FILES,
  audience: 'public' | 'internal' = 'public',
  requiredHeader: string | null = null,
) {
  const dist = await tempFolder();
  if (files) await putEdition(dist, 'a', files);
  const told: string[] = [];
  const server = await startServer({ dist, audience, requiredHeader }, 0, line => told.push(line));
  onTestFinished(() => server.stop());
  /** As sent: no client here tidies the path. */
  const get = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Response> =>
    new Promise((resolve, reject) => {
      request({ port: server.port, host: '127.0.0.1', path, method, headers, agent: false }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
      })
        .on('error', reject)
        .end();
    });
  return { dist, get, told, server };
}

describe('the server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/nyckeltal/sick-leave/?fran=mail', 'text/html; charset=utf-8'],
    ['/data/observations/sick-leave.csv', 'text/csv; charset=utf-8; header=present'],
    ['/data/observations/sick-leave.parquet', 'application/vnd.apache.parquet'],
    ['/assets/site-0a1b.js', 'text/javascript; charset=utf-8'],
    ['/status.json', 'application/json; charset=utf-8'],
    ['/data/catalogue.ttl', 'text/turtle; charset=utf-8'],
  ])('answers %s as %s', async (path, type) => {
    const { get } = await serving();
    const { status, headers } = await get(path);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it.each([
    ['/nyckeltal/sick-leave', 'sick-leave/'],
    ['/nyckeltal', 'nyckeltal/'],
    ['/nyckeltal/sick-leave?fran=mail', 'sick-leave/?fran=mail'],
  ])(
    'sends a reader of the folder %s without its slash to %s, also behind a proxy that has put the site under a path',
    async (path, to) => {
      const { get } = await serving();
      const { status, headers } = await get(path);
      expect([status, headers.location]).toEqual([301, to]);
    },
  );

  it.each([
    '/../secret.txt',
    '/../internal/index.html',
    '/%2e%2e/internal/index.html',
    '/..%2finternal/index.html',
    '/..%5cinternal%5cindex.html',
    '/nyckeltal/../../internal/index.html',
    '//etc/passwd',
    '/%00',
    '/index.html%00.png',
    '/%',
    '/.tmp-status.json',
    '/link.txt',
    'http://localhost/index.html',
    '/data/',
    '/nothing',
    '/index.html/',
    `/${'a'.repeat(300)}`,
  ])('finds nothing at %s', async path => {
    const { dist, get } = await serving();
    await symlink('../secret.txt', `${dist}/editions/a/public/link.txt`);
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it('shows a reader the tree’s own page where there is nothing, from any depth, and a program a line', async () => {
    const { dist, get } = await serving();
    await putEdition(dist, 'b', { ...FILES, 'public/404.html': '<h1>Sidan finns inte</h1>' });
    const page = await get('/mal/a/b/nothing', { Accept: 'text/html,*/*' });
    expect([page.status, page.body.toString(), page.headers['cache-control']]).toEqual([404, '<h1>Sidan finns inte</h1>', 'no-store']);
    expect((await get('/nothing')).body.toString()).toBe('Sidan finns inte.\n');
  });

  it('shows a new edition as soon as current has moved, and what is at one path stays what it is', async () => {
    const { dist, get } = await serving();
    const before = await get('/');
    await putEdition(dist, 'b', { ...FILES, 'public/index.html': '<p>Nytt</p>' });
    expect((await get('/', { 'If-None-Match': before.headers.etag })).body.toString()).toBe('<p>Nytt</p>');
    expect((await get('/data/pages/sick-leave-0a1b.json')).status).toBe(200);
  });

  it('lets hashed names be kept, and everything else be asked for again', async () => {
    const { get } = await serving();
    const kept = 'public, max-age=31536000, immutable';
    for (const path of ['/assets/site-0a1b.js', '/data/pages/sick-leave-0a1b.json', '/uppfoljning/2026-T1/assets/site-9z.js'])
      expect((await get(path)).headers['cache-control']).toBe(kept);
    for (const path of ['/', '/status.json', '/data/observations/sick-leave.csv'])
      expect((await get(path)).headers['cache-control']).toBe('public, no-cache');
    expect((await get('/nothing')).headers['cache-control']).toBe('no-store');
  });

  it('lets no page be kept, whatever the ids in its address', async () => {
    const { dist, get } = await serving();
    await putEdition(dist, 'b', { 'public/nyckeltal/assets/index.html': '<p>Tillgångar</p>', 'public/data/excel/assets/a.csv': 'a' });
    for (const path of ['/nyckeltal/assets/index.html', '/data/excel/assets/a.csv'])
      expect((await get(path)).headers['cache-control']).toBe('public, no-cache');
  });

  it('answers 304 to who has the page, in each encoding apart', async () => {
    const { get } = await serving();
    const path = '/nyckeltal/sick-leave/';
    const plain = (await get(path)).headers.etag;
    const packed = (await get(path, { 'Accept-Encoding': 'br' })).headers.etag;
    expect(plain).not.toBe(packed);
    const again = await get(path, { 'Accept-Encoding': 'br', 'If-None-Match': `"x", W/${packed}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get(path, { 'If-None-Match': packed })).status).toBe(200);
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('sends the compressed copy for %s', async (accepted, encoding, unpack) => {
    const { get } = await serving();
    const { headers, body } = await get('/nyckeltal/sick-leave/', { 'Accept-Encoding': accepted });
    expect([headers['content-encoding'], headers.vary, headers['content-length']]).toEqual([
      encoding,
      'Accept-Encoding',
      String(body.length),
    ]);
    expect(unpack(body).toString()).toBe(LONG);
  });

  it('sends as it is what is small, what is not text, and what has no copy', async () => {
    const { get } = await serving();
    for (const path of ['/', '/data/observations/sick-leave.parquet', '/data/without-copies.csv'])
      expect((await get(path, { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined();
    expect((await get('/data/without-copies.csv', { 'Accept-Encoding': 'br' })).body.toString()).toBe(TABLE);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { get } = await serving();
    const path = '/nyckeltal/sick-leave/';
    const [whole, head] = [await get(path), await get(path, {}, 'HEAD')];
    expect(head.body.length).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  it('is for reading only', async () => {
    const { get } = await serving();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await get('/', {}, method);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('sends what keeps a browser safe with every answer, and no name of the program', async () => {
    const { get } = await serving();
    for (const path of ['/', '/nothing', '/nyckeltal/sick-leave']) {
      const { headers } = await get(path);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin' });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
    }
  });

  it('says that there is no edition yet, and shows the first one when it is there', async () => {
    const { dist, get } = await serving(null);
    expect((await get('/')).status).toBe(503);
    await putEdition(dist, 'a', FILES);
    expect((await get('/')).status).toBe(200);
  });

  it('shows internal pages in a root of their own, to be kept by the reader alone', async () => {
    const { get } = await serving(FILES, 'internal');
    const { headers, body } = await get('/');
    expect([body.toString(), headers['cache-control']]).toEqual(['secret', 'private, no-cache']);
  });

  it('answers only who has signed on, where it is told which header says so', async () => {
    const { get } = await serving(FILES, 'internal', 'X-Forwarded-User');
    for (const headers of [{}, { 'X-Forwarded-User': '' }, { 'X-Forwarded-Email': 'anna@lillan.example' }]) {
      const { status, body } = await get('/', headers);
      expect([status, body.toString()]).toEqual([403, 'Logga in först: den här servern svarar bara bakom organisationens inloggning.\n']);
    }
    expect((await get('/', { 'x-forwarded-user': 'anna' })).body.toString()).toBe('secret');
  });

  it('says which port is taken', async () => {
    const { dist, server } = await serving();
    const taken = startServer({ dist, audience: 'public', requiredHeader: null }, server.port, () => undefined);
    await expect(taken).rejects.toThrow(`port ${server.port} is taken; choose another with PORT`);
  });
});

describe('portFor', () => {
  it('is 8080 for public, 8081 for internal, or what PORT says', () => {
    expect([portFor('public', {}), portFor('internal', { PORT: '' }), portFor('public', { PORT: '0' })]).toEqual([8080, 8081, 0]);
  });

  it.each(['http', '-1', '65536', '80.5'])('refuses PORT=%s', PORT => {
    expect(() => portFor('public', { PORT })).toThrow(`PORT is '${PORT}'; allowed: a number from 0 to 65535`);
  });
});
