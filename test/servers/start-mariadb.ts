import { chmodSync, chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { makeCertificates } from './certificates.ts';
import { program, runAs, SECRET, serverFolder, startServer } from './server-process.ts';
import type { RunningServer } from './server-process.ts';

export interface Mariadb extends RunningServer {
  ca: string;
  /** Runs statements as root in the database `prov`. */
  run(sql: string): Promise<void>;
}

/** MariaDB with a database `prov` and a user `lasare` who may read and write it, whose password is SECRET. */
export async function startMariadb({ tls }: { tls: boolean }): Promise<Mariadb> {
  const install = program('mariadb-server', '/usr/bin/mariadb-install-db');
  const mariadbd = program('mariadb-server', '/usr/sbin/mariadbd');
  const user = 'mysql';
  const folder = serverFolder(user);
  const data = join(folder, 'data');
  runAs(user, install, [...['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']]);
  const secure: string[] = [];
  if (tls) {
    makeCertificates(folder);
    const { uid, gid } = statSync(folder);
    for (const name of ['server.key', 'server.pem']) chownSync(join(folder, name), uid, gid);
    chmodSync(join(folder, 'server.key'), 0o600);
    secure.push(`--ssl-cert=${folder}/server.pem`, `--ssl-key=${folder}/server.key`);
  }
  const run = async (port: number, database: string | undefined, sql: string) => {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root', database, multipleStatements: true });
    await connection.query(sql).finally(() => connection.end());
  };
  const server = await startServer(
    user,
    folder,
    mariadbd,
    port => [
      ...['--no-defaults', `--datadir=${data}`, `--socket=${folder}/socket`, `--port=${port}`, '--bind-address=127.0.0.1'],
      ...['--default-time-zone=-05:00', '--innodb-flush-log-at-trx-commit=0', '--skip-name-resolve', '--sql-mode=', ...secure],
    ],
    port => run(port, undefined, 'select 1').then(() => true),
  );
  const quoted = SECRET.replaceAll('\\', '\\\\').replaceAll("'", "''");
  await run(
    server.port,
    undefined,
    `create database prov character set utf8mb4; create user lasare@'%' identified by '${quoted}'; grant all on prov.* to lasare@'%'`,
  );
  return { ...server, ca: join(folder, 'ca.pem'), run: sql => run(server.port, 'prov', sql) };
}
