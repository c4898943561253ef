import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { aPublication, idOf } from '../publish/a-publication.ts';
import { program, serverFolder, startServer, type RunningServer } from './server-process.ts';

/** The configurations that docs/serving.md gives, in the servers that they are for: only folder, port and certificate are others. */
const CONFIGURATIONS = `${import.meta.dirname}/../../docs/servers`;
const configuration = (name: string, changes: readonly [string | RegExp, string][]): string =>
  changes.reduce(
    (text, [from, to]) => {
      if (text.search(from) < 0) throw new Error(`${name} has no ${String(from)}`);
      return text.replace(from, to);
    },
    readFileSync(`${CONFIGURATIONS}/${name}`, 'utf8'),
  );

const LONG = 'rad\n'.repeat(1000);
const FILES = {
  'index.html': '<h1>Lillån</h1>',
  '404.html': '<h1>Sidan finns inte</h1>',
  'nyckeltal/sick-leave/index.html': `<p>${LONG}</p>`,
  'nyckeltal/assets/index.html': '<p>Tillgångar</p>',
  'assets/main-1.js': `/* ${LONG} */`,
  'data/pages/sick-leave-1.json': '{}',
  'data/explore/sick-leave-1.arrow': 'ARROW1',
  'data/observations/sick-leave.csv': LONG,
  'data/observations/sick-leave.parquet': 'PAR1',
  'data/catalogue.rdf': '<rdf/>',
  'data/catalogue.ttl': '# x',
  'data/changes.atom': '<feed/>',
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As sent: no client here tidies the path. */
const ask = (port: number, path: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });

async function publish(dist: string, id: string, before: string | null, page: string): Promise<void> {
  await publishEdition(aPublication({ dist, id, before, files: { ...FILES, 'index.html': page } }), realEffects());
}

const nginx = (folder: string, server: (port: number) => string): Promise<RunningServer> =>
  startServer(
    'root',
    folder,
    program('nginx', '/usr/sbin/nginx'),
    port => {
      mkdirSync(`${folder}/logs`, { recursive: true });
      const http = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ');
      writeFileSync(
        `${folder}/nginx.conf`,
        `user root; daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${http}\n${server(port)}\n}`,
      );
      return ['-p', folder, '-c', `${folder}/nginx.conf`];
    },
    port => ask(port, '/'),
  );

const caddy = (folder: string): Promise<RunningServer> =>
  startServer(
    'root',
    folder,
    '/usr/bin/env',
    port => {
      const changed = configuration('Caddyfile', [
        ['lillan.example.se {', `http://127.0.0.1:${port} {`],
        ['/srv/lillan/dist', `${folder}/dist`],
      ]);
      writeFileSync(`${folder}/Caddyfile`, `{\n\tadmin off\n\tauto_https off\n}\n${changed}`);
      const home = [`XDG_CONFIG_HOME=${folder}`, `XDG_DATA_HOME=${folder}`];
      return [...home, program('caddy', '/usr/bin/caddy'), 'run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'];
    },
    port => ask(port, '/'),
  );

const publicNginx = (folder: string): Promise<RunningServer> =>
  nginx(folder, port =>
    configuration('nginx.conf', [
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['/srv/lillan/dist', `${folder}/dist`],
    ]),
  );

describe.each([
  { name: 'nginx', start: publicNginx, packings: ['gzip'] },
  { name: 'Caddy', start: caddy, packings: ['gzip', 'br'] },
])('a public site served by $name', ({ start, packings }) => {
  let server: RunningServer;
  let folder: string;
  beforeAll(async () => {
    folder = serverFolder('root');
    await publish(`${folder}/dist`, idOf('a'), null, FILES['index.html']);
    server = await start(folder);
  });
  afterAll(() => server.stop());
  const get = (path: string, headers?: OutgoingHttpHeaders): Promise<Answer> => ask(server.port, path, headers);

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/main-1.js', 'text/javascript; charset=utf-8'],
    ['/data/observations/sick-leave.csv', 'text/csv; charset=utf-8'],
    ['/data/observations/sick-leave.parquet', 'application/vnd.apache.parquet'],
    ['/data/explore/sick-leave-1.arrow', 'application/vnd.apache.arrow.file'],
    ['/data/catalogue.rdf', 'application/rdf+xml; charset=utf-8'],
    ['/data/catalogue.ttl', 'text/turtle; charset=utf-8'],
    ['/data/changes.atom', 'application/atom+xml; charset=utf-8'],
  ])('has %s as %s', async (path, type) => {
    const { status, headers } = await get(path);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it('sends what keeps a browser safe with every file', async () => {
    for (const path of ['/', '/assets/main-1.js', '/nothing'])
      expect((await get(path)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "frame-ancestors 'self'; base-uri 'none'; object-src 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'strict-origin-when-cross-origin',
      });
  });

  it('lets hashed names be kept, and everything else be asked for again', async () => {
    for (const path of ['/assets/main-1.js', '/data/pages/sick-leave-1.json', '/data/explore/sick-leave-1.arrow'])
      expect((await get(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/status.json', '/data/observations/sick-leave.csv', '/nyckeltal/assets/index.html'])
      expect((await get(path)).headers['cache-control']).toBe('public, no-cache');
    const { etag } = (await get('/')).headers;
    expect((await get('/', { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each(packings)('sends the copy that lies beside a file, as %s', async packing => {
    const unpack = packing === 'br' ? brotliDecompressSync : gunzipSync;
    for (const path of ['/nyckeltal/sick-leave/', '/assets/main-1.js', '/data/observations/sick-leave.csv']) {
      const [plain, packed] = [await get(path), await get(path, { 'Accept-Encoding': packing })];
      expect([packed.headers['content-encoding'], packed.headers['content-type']]).toEqual([packing, plain.headers['content-type']]);
      expect(packed.headers.vary).toContain('Accept-Encoding');
      expect(unpack(packed.body).equals(plain.body)).toBe(true);
      const file = path.endsWith('/') ? `${path}index.html` : path;
      const copy = `${folder}/dist/current/public${file}${packing === 'br' ? '.br' : '.gz'}`;
      expect(packed.body.equals(readFileSync(copy))).toBe(true);
    }
  });

  it('has the tree’s own page where there is nothing, and sends a reader of a folder to it', async () => {
    const nothing = await get('/mal/a/b');
    expect([nothing.status, nothing.body.toString()]).toEqual([404, FILES['404.html']]);
    const folder = await get('/nyckeltal/sick-leave');
    expect([301, 308]).toContain(folder.status);
    expect(folder.headers.location).toBe('/nyckeltal/sick-leave/');
  });

  it.each(['/../internal/index.html', '/%2e%2e/internal/index.html', '/..%2finternal/index.html', '/.tmp-status.json', '/data/'])(
    'has nothing at %s',
    async path => {
      writeFileSync(`${folder}/dist/current/public/.tmp-status.json`, '{}');
      expect([400, 403, 404]).toContain((await get(path)).status);
    },
  );

  it('shows a new edition as soon as current has moved', async () => {
    const { etag } = (await get('/')).headers;
    await publish(`${folder}/dist`, idOf('b'), idOf('a'), '<h1>Lillån, oktober</h1>');
    const { status, body } = await get('/', { 'If-None-Match': etag });
    expect([status, body.toString()]).toEqual([200, '<h1>Lillån, oktober</h1>']);
  });
});

describe('the internal site behind a sign-on (nginx, and oauth2-proxy by its contract)', () => {
  let server: RunningServer;
  const cookie = '_oauth2_proxy=signed-by-the-proxy';
  /** What oauth2-proxy promises a server that asks it: 202 and who it is, or 401; /oauth2/start leads to the sign-on and back. */
  const signOn = createServer((asked, response) => {
    const path = new URL(asked.url ?? '/', 'http://proxy');
    if (path.pathname === '/oauth2/auth') {
      const isKnown = asked.headers.cookie === cookie;
      response.writeHead(isKnown ? 202 : 401, isKnown ? { 'X-Auth-Request-Email': 'anna@lillan.example' } : {}).end();
    } else if (path.pathname === '/oauth2/start') {
      response.writeHead(302, { 'Set-Cookie': cookie, Location: path.searchParams.get('rd') ?? '/' }).end();
    } else response.writeHead(404).end();
  });
  beforeAll(async () => {
    await new Promise<void>(resolve => signOn.listen(0, '127.0.0.1', resolve));
    const folder = serverFolder('root');
    await publish(`${folder}/dist`, idOf('a'), null, 'internt');
    server = await nginx(folder, port =>
      configuration('nginx-internal.conf', [
        ['listen 443 ssl;', `listen 127.0.0.1:${port};`],
        [/ +ssl_certificate \S+\n +ssl_certificate_key \S+\n/, ''],
        ['/srv/lillan/dist', `${folder}/dist`],
        [/127\.0\.0\.1:4180/, `127.0.0.1:${(signOn.address() as AddressInfo).port}`],
        [/127\.0\.0\.1:4180/, `127.0.0.1:${(signOn.address() as AddressInfo).port}`],
      ]),
    );
  });
  afterAll(async () => {
    await server.stop();
    signOn.close();
  });

  it('sends who is not known to sign on, whatever headers they send, and back to what they asked for', async () => {
    const forged = { 'X-Auth-Request-Email': 'chef@lillan.example', 'X-Forwarded-User': 'chef', Authorization: 'Basic Y2hlZjp4' };
    for (const headers of [{}, forged, { Cookie: '_oauth2_proxy=own' }]) {
      const { status, headers: said, body } = await ask(server.port, '/nyckeltal/sick-leave/', headers);
      expect([status, said.location]).toEqual([302, '/oauth2/start?rd=/nyckeltal/sick-leave/']);
      expect(body.toString()).not.toContain('rad');
    }
    const back = await ask(server.port, '/oauth2/start?rd=/nyckeltal/sick-leave/');
    expect([back.status, back.headers.location, back.headers['set-cookie']]).toEqual([302, '/nyckeltal/sick-leave/', [cookie]]);
  });

  it('shows who is known every file, to be kept by them alone', async () => {
    const { status, headers, body } = await ask(server.port, '/', { Cookie: cookie });
    expect([status, headers['cache-control'], body.toString()]).toEqual([200, 'private, no-cache', 'internt']);
    expect((await ask(server.port, '/assets/main-1.js', { Cookie: cookie, 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBe(
      'gzip',
    );
    expect((await ask(server.port, '/nothing', { Cookie: cookie })).status).toBe(404);
  });

  it('lets nobody ask the sign-on itself who they are', async () => {
    expect((await ask(server.port, '/oauth2/auth', { Cookie: cookie })).status).toBe(404);
  });
});
