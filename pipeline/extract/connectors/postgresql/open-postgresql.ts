import { Socket } from 'node:net';
import { Client } from 'pg';
import type { PostgresqlDeclaration } from '../../../words/connectors/postgresql.ts';
import type { FetchContext } from '../connector.ts';
import { readCa } from '../servers/read-ca.ts';

/** A client that is not yet connected, and what cuts its connection at once. Throws FetchError. */
export async function openPostgresql(
  { host, port, database, user, password, tls }: PostgresqlDeclaration,
  { folder, secret }: Pick<FetchContext, 'folder' | 'secret'>,
): Promise<{ client: Client; cut: () => void }> {
  const socket = new Socket();
  const client = new Client({
    host,
    port,
    database,
    user,
    password: secret(password.secret),
    // As sslmode=verify-full: the chain, and the host's name or address in the certificate.
    ssl: tls === null ? false : { rejectUnauthorized: true, ca: await readCa(folder, tls) },
    application_name: 'malbild',
    client_encoding: 'UTF8',
    keepAlive: true,
    stream: () => socket,
  });
  // Whoever waits for an answer is told; without a listener Node.js would end the run.
  client.on('error', () => undefined);
  return { client, cut: () => socket.destroy() };
}
