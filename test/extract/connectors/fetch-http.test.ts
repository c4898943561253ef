import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../../pipeline/extract/connectors/http/client.ts';
import { callOf } from '../../../pipeline/extract/connectors/http/call.ts';
import { fetchHttp } from '../../../pipeline/extract/connectors/http/fetch-http.ts';
import { tempFolder } from '../../temp-folder.ts';
import { answer, aServer } from './a-server.ts';
import { aContext, aWorld, faultOf, fetchAll, httpFile, LIMITS } from './fetching.ts';

const CSV = 'id\n1\n2\n';

describe('http: a file', () => {
  it('brings the bytes and what the server calls their version', async () => {
    const server = await aServer((_, response) => answer(response, 200, CSV, { etag: '"a1"' }));
    expect(await fetchAll(fetchHttp(httpFile(`${server.url}/f`), aContext(aWorld())))).toEqual([
      { name: 'invoices.csv', version: 'etag "a1"', text: CSV, lacking: {} },
    ]);
  });

  it('asks only for what has changed, by ETag or by date', async () => {
    const server = await aServer((_, response) => answer(response, 304));
    for (const version of ['etag "a1"', 'modified Wed, 14 Oct 2026 07:00:00 GMT']) {
      const brought = await fetchAll(fetchHttp(httpFile(`${server.url}/f`), aContext(aWorld(), { 'invoices.csv': version })));
      expect(brought).toMatchObject([{ version, text: null }]);
    }
    expect(server.asked.map(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since'])).toEqual([
      '"a1"',
      'Wed, 14 Oct 2026 07:00:00 GMT',
    ]);
  });

  it('takes no 304 that it did not ask for', async () => {
    const server = await aServer((_, response) => answer(response, 304));
    expect(await faultOf(fetchHttp(httpFile(server.url), aContext(aWorld())))).toBe('wrong-answer: HTTP 304');
  });

  it('unpacks gzip, and takes a gzip stream that breaks off for a fault', async () => {
    const whole = gzipSync(CSV.repeat(10_000));
    const server = await aServer(({ url }, response) =>
      answer(response, 200, url === '/whole' ? whole : whole.subarray(0, whole.length - 20), { 'content-encoding': 'gzip' }),
    );
    const [brought] = await fetchAll(fetchHttp(httpFile(`${server.url}/whole`), aContext(aWorld())));
    expect(brought!.text).toBe(CSV.repeat(10_000));
    expect(await faultOf(fetchHttp(httpFile(`${server.url}/half`), aContext(aWorld())))).toBe('unreachable: the answer broke off');
  });

  it('takes an empty answer, HTTP 204 and an HTML page for what was not asked for', async () => {
    const server = await aServer(({ url }, response) => {
      if (url === '/page') answer(response, 200, '\n<!DOCTYPE html>\n<html>Logga in</html>', { 'content-type': 'text/csv' });
      else answer(response, url === '/none' ? 204 : 200);
    });
    const of = (path: string) => faultOf(fetchHttp(httpFile(server.url + path), aContext(aWorld())));
    expect(await of('/page')).toBe('wrong-answer: an HTML page');
    expect(await of('/none')).toBe('wrong-answer: HTTP 204');
    expect(await of('/empty')).toBe('wrong-answer: an empty answer');
  });
});

describe('http: a server that is busy or broken', () => {
  it('waits as long as Retry-After says, in seconds or by date', async () => {
    const world = aWorld();
    const server = await aServer((_, response, nth) => {
      if (nth === 1) answer(response, 429, '', { 'retry-after': '7' });
      else if (nth === 2) answer(response, 503, '', { 'retry-after': 'Thu, 15 Oct 2026 08:01:00 GMT' });
      else answer(response, 200, CSV);
    });
    expect(await fetchAll(fetchHttp(httpFile(server.url), aContext(world)))).toMatchObject([{ text: CSV }]);
    expect(world.waits).toEqual([7500, 53_000]);
    expect(world.log.filter(line => line.startsWith('extract.retry'))).toEqual([
      'extract.retry: invoices: refused: HTTP 429; again in 7.5 s',
      'extract.retry: invoices: unreachable: HTTP 503; again in 53.0 s',
    ]);
  });

  it('does not wait longer than five minutes for anyone', async () => {
    const world = aWorld();
    const server = await aServer((_, response) => answer(response, 429, '', { 'retry-after': '3600' }));
    expect(await faultOf(fetchHttp(httpFile(server.url), aContext(world)))).toBe('refused: HTTP 429');
    expect(world.waits).toEqual([]);
  });

  it('tries five times, with waits that double and a random part of each', async () => {
    const world = aWorld();
    const server = await aServer((_, response) => answer(response, 500));
    expect(await faultOf(fetchHttp(httpFile(server.url), aContext(world)))).toBe('unreachable: HTTP 500');
    expect(world.waits).toEqual([500, 1000, 2000, 4000]);
    expect(server.asked).toHaveLength(5);
  });

  it('does not try again what is refused', async () => {
    const server = await aServer((_, response) => answer(response, 403, 'secret reasons'));
    expect(await faultOf(fetchHttp(httpFile(server.url), aContext(aWorld())))).toBe('refused: HTTP 403');
    expect(server.asked).toHaveLength(1);
  });

  it('says that nobody answers', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise(resolve => server.close(resolve));
    const world = aWorld();
    expect(await faultOf(fetchHttp(httpFile(`http://127.0.0.1:${port}/?a=b`), aContext(world)))).toBe('unreachable: ECONNREFUSED');
    expect(world.waits).toHaveLength(4);
  });

  it.each<[string, Record<string, string>]>([
    ['short of its Content-Length', { 'content-length': '100000' }],
    ['in the middle of its chunks', { 'transfer-encoding': 'chunked' }],
  ])('goes on where an answer was cut %s, if the beginning is the same', async (_, headers) => {
    const body = CSV.repeat(2000);
    const server = await aServer((_, response, nth) => {
      if (nth > 2) return answer(response, 200, body);
      response.writeHead(200, headers);
      response.write(body.slice(0, 5000 * nth), () => response.socket!.end());
    });
    expect(await fetchAll(fetchHttp(httpFile(server.url), aContext(aWorld())))).toMatchObject([{ text: body }]);
    expect(server.asked).toHaveLength(3);
  });

  it('takes an answer that is longer than its Content-Length for a fault', async () => {
    const server = createServer(socket => {
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n${CSV}`));
      socket.on('error', () => undefined);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await faultOf(fetchHttp(httpFile(`http://127.0.0.1:${port}/`), aContext(aWorld())))).toMatch(/^unreachable: HPE_/);
  });

  it('is not taken in when the answer is another the second time', async () => {
    const server = await aServer((_, response, nth) => {
      if (nth > 1) return answer(response, 200, `${nth}`.repeat(9000));
      response.writeHead(200, { 'content-length': '9000' });
      response.write('1'.repeat(5000), () => response.socket!.end());
    });
    expect(await faultOf(fetchHttp(httpFile(server.url), aContext(aWorld())))).toBe(
      'unreachable: the answer broke off, and was another when asked for again',
    );
  });

  it('gives up on silence, and on an answer that never begins', async () => {
    const server = await aServer(({ url }, response) => {
      if (url === '/middle') response.writeHead(200).write('id\n');
    });
    const client = () => createClient(LIMITS, aContext(aWorld()), { answer: 150, silence: 100 });
    const read = (path: string) => client().read(callOf(server.url + path, {}, () => ''));
    await expect(read('/middle')).rejects.toThrow('too-slow: nothing in 0.1 s');
    await expect(read('/begin')).rejects.toThrow(/^too-slow: nothing in 0\.1/);
    expect(server.asked).toHaveLength(10);
  });

  it('gives up on a slow drip, by rate and by the time in all', async () => {
    const server = await aServer((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 1);
      response.on('close', () => clearInterval(drip));
    });
    const hurried = (milliseconds: number) => {
      const world = aWorld();
      let at = 0;
      return { ...world, effects: { ...world.effects, now: () => new Date((at += milliseconds)) } };
    };
    expect(await faultOf(fetchHttp(httpFile(server.url), aContext(hurried(1000))))).toBe('too-slow: less than 500 bytes a second');
    const limits = { ...LIMITS, milliseconds: 60_000 };
    expect(await faultOf(fetchHttp(httpFile(server.url, { limits }), aContext(hurried(5000))))).toBe(
      'too-slow: more than 1 minutes in all',
    );
  });

  it('tells how much has come, and ends where that is told to end it', async () => {
    const server = await aServer((_, response) => answer(response, 200, Buffer.alloc(3_000_000)));
    const world = aWorld();
    let at = 0;
    world.effects = { ...world.effects, now: () => new Date((at += 4000)) };
    await fetchAll(fetchHttp(httpFile(server.url), aContext(world)));
    expect(world.log.length).toBeGreaterThan(0);
    expect(world.log.every(line => /^extract\.progress: invoices: [0-3] MB$/.test(line))).toBe(true);
    const step = () => {
      throw new Error('stopped');
    };
    const stopped = fetchAll(fetchHttp(httpFile(server.url), aContext({ ...world, effects: { ...world.effects, log: { step } } })));
    await expect(stopped).rejects.toThrow('stopped');
  });

  it('stops an endless answer at the limit, packed or not, in flat memory', async () => {
    const block = Buffer.alloc(1 << 20, 'x');
    const zeros = gzipSync(Buffer.alloc(60_000_000));
    const server = await aServer(({ url }, response) => {
      if (url === '/bomb') return answer(response, 200, zeros, { 'content-encoding': 'gzip' });
      response.writeHead(200, { 'content-length': '2000000000' });
      const pour = (): void => void response.write(block, error => (error ? undefined : pour()));
      pour();
    });
    const before = process.memoryUsage().rss;
    let most = 0;
    const world = aWorld();
    const now = world.effects.now;
    world.effects = { ...world.effects, now: () => ((most = Math.max(most, process.memoryUsage().rss)), now()) };
    const drain = async (path: string, bytes: number): Promise<string> => {
      const limits = { ...LIMITS, bytes };
      try {
        for await (const { bytes } of fetchHttp(httpFile(server.url + path, { limits }), aContext(world)))
          for await (const piece of bytes!) void piece;
      } catch (error) {
        return String(error);
      }
      return 'no fault';
    };
    expect(await drain('/endless', 400_000_000)).toBe('FetchError: too-large: more than 400 MB');
    expect(await drain('/bomb', 50_000_000)).toBe('FetchError: too-large: more than 50 MB');
    expect(most - before).toBeLessThan(150_000_000);
  });
});

describe('http: redirects and TLS', () => {
  it('follows five redirects, not six', async () => {
    const server = await aServer(({ url }, response) => {
      const left = Number(url.slice(1));
      if (left === 0) answer(response, 200, CSV);
      else answer(response, 302, '', { location: `/${left - 1}` });
    });
    expect(await fetchAll(fetchHttp(httpFile(`${server.url}/5`), aContext(aWorld())))).toMatchObject([{ text: CSV }]);
    expect(await faultOf(fetchHttp(httpFile(`${server.url}/6`), aContext(aWorld())))).toBe('too-many-redirects: more than 5 redirects');
  });

  it('sends secrets only to the origin they are for', async () => {
    const elsewhere = await aServer((_, response) => answer(response, 200, CSV));
    const server = await aServer(({ url }, response) => answer(response, 302, '', { location: url === '/' ? '/here' : elsewhere.url }));
    const headers = { Authorization: { secret: 'TOKEN', prefix: 'Bearer ' }, Accept: 'text/csv' };
    await fetchAll(fetchHttp(httpFile(`${server.url}/`, { headers }), aContext(aWorld({ TOKEN: 'canary' }))));
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer canary', 'Bearer canary']);
    expect(elsewhere.asked.map(({ headers }) => [headers.authorization, headers.accept])).toEqual([[undefined, 'text/csv']]);
  });

  it('refuses a redirect to an address with a password, or to what is no web address', async () => {
    for (const location of ['http://a:b@127.0.0.1/', 'file:///etc/passwd', 'http://']) {
      const server = await aServer((_, response) => answer(response, 302, '', { location }));
      expect(await faultOf(fetchHttp(httpFile(server.url), aContext(aWorld())))).toBe(
        'wrong-answer: a redirect to what is no plain web address',
      );
    }
  });

  it('refuses a certificate that nobody it knows has signed, once, whatever the environment says', async () => {
    const { tls } = await aCertificate();
    const server = await aServer((_, response) => answer(response, 200, CSV), tls);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    onTestFinished(() => void delete process.env.NODE_TLS_REJECT_UNAUTHORIZED);
    const world = aWorld();
    expect(await faultOf(fetchHttp(httpFile(server.url), aContext(world)))).toBe('refused: DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(world.waits).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('knows an authority of one’s own by NODE_EXTRA_CA_CERTS, and never goes from https to http', async () => {
    const { tls, file } = await aCertificate();
    const plain = await aServer((_, response) => answer(response, 200, CSV));
    const server = await aServer(
      ({ url }, response) => (url === '/' ? answer(response, 200, CSV) : answer(response, 302, '', { location: plain.url })),
      tls,
    );
    const child = fileURLToPath(new URL('fetch-child.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child, `${server.url}/`, `${server.url}/down`], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
    });
    expect(stdout).toBe('no fault\nrefused: a redirect from https to http\n');
    expect(plain.asked).toEqual([]);
  });
});

/** A certificate that this machine has made for itself, and its file. */
async function aCertificate(): Promise<{ tls: { key: string; cert: string }; file: string }> {
  const folder = await tempFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', [...request, '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert], {
    stdio: 'pipe',
  });
  return { tls: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }, file: cert };
}
