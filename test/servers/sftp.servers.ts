import { createHash, randomBytes } from 'node:crypto';
import { appendFile, chmod, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fetchSftp } from '../../pipeline/extract/connectors/sftp/fetch-sftp.ts';
import type { SftpDeclaration } from '../../pipeline/words/connectors/sftp.ts';
import { startBetween } from './between.ts';
import { bytesOf, contextIn, failureOf, fetchAll } from './fetched.ts';
import { SECRET } from './server-process.ts';
import { startSshd } from './start-sshd.ts';
import type { Sshd } from './start-sshd.ts';

let server: Sshd;
beforeAll(async () => {
  server = await startSshd();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  await rm(server.files, { recursive: true });
  await mkdir(server.files);
});

const declared = (changes: Partial<SftpDeclaration> = {}): SftpDeclaration => ({
  type: 'sftp',
  host: '127.0.0.1',
  port: server.port,
  user: server.user,
  login: { key: server.key },
  host_key: server.hostKey,
  location: 'ut/*.csv',
  limits: { milliseconds: 50_000, bytes: 100_000_000 },
  ...changes,
});
const context = (versions: Readonly<Record<string, string>> = {}) =>
  contextIn(join(server.files, '..'), { PROV_PASSWORD: SECRET, WRONG: 'fel-lösen' }, versions);
const fetchNow = (changes: Partial<SftpDeclaration> = {}) => fetchAll(fetchSftp, declared(changes), context());
const failure = (changes: Partial<SftpDeclaration> = {}) => failureOf(fetchNow(changes), [SECRET, 'fel-lösen', 'OPENSSH']);
const namesOf = (found: Record<string, Buffer>) => Object.keys(found);

/** A file on the server that was last written so many seconds after a moment. */
async function put(name: string, text: string, second: number): Promise<void> {
  await writeFile(join(server.files, name), text);
  await utimes(join(server.files, name), 1_770_000_000 + second, 1_770_000_000 + second);
}

it.each([
  ['a key', {}],
  ['a password', { login: { password: { secret: 'PROV_PASSWORD' } } }],
])('logs in with %s', async (_, changes) => {
  await put('å b.csv', 'a;b\n', 1);
  expect(await fetchNow(changes)).toEqual({ 'å b.csv': Buffer.from('a;b\n') });
});

it('brings the files that the location says, the oldest first, and no others', async () => {
  await put('b.csv', 'b', 1);
  await put('a.csv', 'a', 2);
  await put('c.txt', 'c', 3);
  await put('.d.csv', 'd', 4);
  await mkdir(join(server.files, 'e.csv'));
  await symlink('c.txt', join(server.files, 'f.csv'));
  await symlink('e.csv', join(server.files, 'g.csv'));
  await symlink('nothing', join(server.files, 'h.csv'));
  expect(namesOf(await fetchNow())).toEqual(['b.csv', 'a.csv', 'f.csv']);
  expect(namesOf(await fetchNow({ location: join(server.files, '?.txt') }))).toEqual(['c.txt']);
  expect(await fetchNow({ location: 'ut/*.xml' })).toEqual({});
});

it('a file that lies there unchanged is not fetched again; one that was replaced is', async () => {
  await put('a.csv', 'ett', 1);
  await put('b.csv', 'ett', 1);
  const versions: Record<string, string> = {};
  for await (const brought of fetchSftp(declared(), context())) {
    versions[brought.name] = brought.version!;
    await bytesOf(brought);
  }
  expect(versions).toEqual({ 'a.csv': '3 1770000001', 'b.csv': '3 1770000001' });
  expect(await fetchAll(fetchSftp, declared(), context(versions))).toEqual({});
  await put('b.csv', 'två', 2);
  expect(await fetchAll(fetchSftp, declared(), context(versions))).toEqual({ 'b.csv': Buffer.from('två') });
});

it('a file that is written to while it is read is refused, after the others', async () => {
  await put('b.csv', 'b', 1);
  await put('a.csv', 'x'.repeat(1_000_000), 2);
  const kept: string[] = [];
  const fetching = (async () => {
    for await (const brought of fetchSftp(declared(), context())) {
      const bytes = brought.bytes![Symbol.asyncIterator]();
      expect((await bytes.next()).done).toBe(false);
      if (brought.name === 'a.csv') await appendFile(join(server.files, 'a.csv'), 'ännu en rad');
      await bytesOf(brought);
      kept.push(brought.name);
    }
  })();
  expect(await failureOf(fetching)).toBe('wrong-answer: the file changed while it was read');
  expect(kept).toEqual(['b.csv']);
});

it('a file that is gone when its turn comes is passed over', async () => {
  for (const [i, name] of ['a.csv', 'b.csv', 'c.csv'].entries()) await put(name, name, i);
  const kept: string[] = [];
  for await (const brought of fetchSftp(declared(), context())) {
    await bytesOf(brought);
    kept.push(brought.name);
    await rm(join(server.files, 'b.csv'), { force: true });
  }
  expect(kept).toEqual(['a.csv', 'c.csv']);
});

it('50 MB come as they are', async () => {
  const bytes = randomBytes(50_000_000);
  await writeFile(join(server.files, 'stor.csv'), bytes);
  const hash = createHash('sha256');
  for await (const brought of fetchSftp(declared(), context())) for await (const piece of brought.bytes!) hash.update(piece);
  expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('a file that is larger than the limit is broken off', async () => {
  await put('a.csv', 'x'.repeat(1_000_001), 1);
  expect(await failure({ limits: { milliseconds: 50_000, bytes: 1_000_000 } })).toBe('too-large: more than 1 MB');
});

it('a name that no file can have here is never asked for, and is told after the others', async () => {
  await put('a\nb.csv', 'x', 1);
  await put('c.csv', 'c', 2);
  const kept: string[] = [];
  const fetching = (async () => {
    for await (const { name } of fetchSftp(declared(), context())) kept.push(name);
  })();
  expect(await failureOf(fetching)).toBe('wrong-answer: names that no file can have here: 1');
  expect(kept).toEqual(['c.csv']);
});

it.each([
  ['a wrong password', { login: { password: { secret: 'WRONG' } } }, 'refused: login refused'],
  ['a user that is not known', { user: 'ingen' }, 'refused: login refused'],
  ['a secret that is not set', { login: { password: { secret: 'ANNAN' } } }, 'no-secret: ANNAN'],
  ['a key that is not there', { login: { key: '/annan' } }, 'no-secret: the key cannot be read (ENOENT)'],
  ['a folder that is not there', { location: 'annan/*.csv' }, 'refused: SFTP 2 (no such file)'],
  ['a port where nobody is', { port: 1 }, 'unreachable: ECONNREFUSED'],
])('%s', async (_, changes, text) => {
  expect(await failure(changes)).toBe(text);
});

it('a key that others can read, or that is none, is not used', async () => {
  await chmod(server.key, 0o640);
  expect(await failure()).toBe('no-secret: the key has mode 640, others can read it; 600 or 400 is allowed');
  await chmod(server.key, 0o600);
  await chmod(`${server.key}.pub`, 0o600);
  expect(await failure({ login: { key: 'user_key.pub' } })).toBe('no-secret: the key is no private key, or one that needs a passphrase');
});

it('a host with another key is told its key, and nothing of ours', async () => {
  const other = `SHA256:${'A'.repeat(43)}`;
  expect(await failure({ host_key: other })).toBe(`refused: host key ${server.hostKey}, another than declared`);
});

it('a connection that is cut in the middle is a fault, not a short file', async () => {
  await put('a.csv', 'x'.repeat(30_000_000), 1);
  const between = await startBetween(server.port);
  const fetching = (async () => {
    for await (const brought of fetchSftp(declared({ port: between.port }), context())) {
      expect((await brought.bytes![Symbol.asyncIterator]().next()).done).toBe(false);
      between.cut();
      await bytesOf(brought);
    }
  })();
  expect(await failureOf(fetching)).toBe('unreachable: the connection broke off');
});
