import { appendFileSync, chmodSync, chownSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeCertificates } from './certificates.ts';
import { program, runAs, SECRET, serverFolder, startServer } from './server-process.ts';
import type { RunningServer } from './server-process.ts';

export interface Postgresql extends RunningServer {
  /** What was signed with `server.pem`, where it speaks TLS. */
  ca: string;
  /** Runs statements as the owner of the database `prov`. */
  run(sql: string): Promise<void>;
}

/** PostgreSQL with a database `prov` and a user `lasare` who may read it, whose password is SECRET. */
export async function startPostgresql({ tls }: { tls: boolean }): Promise<Postgresql> {
  const bin = (name: string) => program('postgresql', ...installed().map(version => join(DEBIAN, version, 'bin', name)));
  const [initdb, postgres] = [bin('initdb'), bin('postgres')];
  const user = 'postgres';
  const folder = serverFolder(user);
  const data = join(folder, 'data');
  writeFileSync(join(folder, 'password'), SECRET);
  runAs(user, initdb, [
    ...['-D', data, '-U', 'owner', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    ...['--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`],
  ]);
  const settings = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'fsync = off', "timezone = 'America/New_York'"];
  if (tls) {
    makeCertificates(folder);
    const { uid, gid } = statSync(folder);
    for (const name of ['server.key', 'server.pem']) chownSync(join(folder, name), uid, gid);
    chmodSync(join(folder, 'server.key'), 0o600);
    settings.push('ssl = on', `ssl_cert_file = '${folder}/server.pem'`, `ssl_key_file = '${folder}/server.key'`);
  }
  appendFileSync(join(data, 'postgresql.conf'), settings.join('\n'));
  const run = (port: number, database: string, sql: string) => asOwner(port, database, sql);
  const server = await startServer(
    user,
    folder,
    postgres,
    port => ['-D', data, '-p', String(port)],
    port => run(port, 'postgres', '').then(() => true),
  );
  await run(server.port, 'postgres', 'create database prov');
  await run(server.port, 'prov', `create role lasare login password '${SECRET.replaceAll("'", "''")}'; grant pg_read_all_data to lasare`);
  return { ...server, ca: join(folder, 'ca.pem'), run: sql => run(server.port, 'prov', sql) };
}

/** Debian keeps each version in a folder of its own; the newest first. */
const DEBIAN = '/usr/lib/postgresql';
const installed = (): string[] => (existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []);

async function asOwner(port: number, database: string, sql: string): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, database, user: 'owner', password: SECRET, ssl: false });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
