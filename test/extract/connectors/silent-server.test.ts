import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fetchMariadb } from '../../../pipeline/extract/connectors/mariadb/fetch-mariadb.ts';
import { fetchPostgresql } from '../../../pipeline/extract/connectors/postgresql/fetch-postgresql.ts';
import { fetchSftp } from '../../../pipeline/extract/connectors/sftp/fetch-sftp.ts';
import { contextIn, failureOf, fetchAll } from '../../servers/fetched.ts';
import { tempFolder } from '../../temp-folder.ts';

/** A server on a free port that does with each connection what it is told. */
async function serve(meet: (socket: Socket) => void): Promise<number> {
  const open: Socket[] = [];
  const server = createServer(socket => {
    open.push(socket.on('error', () => undefined));
    meet(socket);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    open.forEach(socket => socket.destroy());
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Each connector, fetching from a port of this machine. */
const connectors = [
  ['postgresql', (port: number, folder: string) => fetchAll(fetchPostgresql, { type: 'postgresql', ...database(port) }, context(folder))],
  ['mariadb', (port: number, folder: string) => fetchAll(fetchMariadb, { type: 'mariadb', ...database(port) }, context(folder))],
  [
    'sftp',
    (port: number, folder: string) =>
      fetchAll(
        fetchSftp,
        {
          ...server(port),
          type: 'sftp',
          login: { password: { secret: 'PROV' } },
          host_key: `SHA256:${'A'.repeat(43)}`,
          location: '*.csv',
        },
        context(folder),
      ),
  ],
] as const;
const server = (port: number) => ({ host: '127.0.0.1', port, user: 'lasare', limits: { milliseconds: 1_000, bytes: 1_000_000 } });
const database = (port: number) => ({ ...server(port), database: 'prov', password: { secret: 'PROV' }, tls: null, query: 'fraga.sql' });
const context = (folder: string) => contextIn(folder, { PROV: 'hemlig' });

it.each(connectors)('%s waits no longer than its limit for a server that says nothing', async (_, fetching) => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'fraga.sql'), 'select 1 as a');
  const port = await serve(() => undefined);
  expect(await failureOf(fetching(port, folder), ['hemlig'])).toMatch(/^too-slow: /);
});

it.each(connectors)('%s takes a server that hangs up for one that is not reached', async (_, fetching) => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'fraga.sql'), 'select 1 as a');
  const port = await serve(socket => socket.end());
  expect(await failureOf(fetching(port, folder), ['hemlig'])).toMatch(/^unreachable: /);
});

it.each(connectors)('%s says of a server that speaks something else that it does', async (_, fetching) => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'fraga.sql'), 'select 1 as a');
  const port = await serve(socket => socket.end(`HTTP/1.1 400 Bad Request\r\n\r\n${'nej '.repeat(10_000)}`));
  expect(await failureOf(fetching(port, folder), ['hemlig', 'nej'])).toMatch(/^(wrong-answer|unreachable|refused): /);
});
