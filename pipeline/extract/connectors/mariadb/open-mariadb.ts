import { connect } from 'node:net';
import { createConnection } from 'mysql2';
import type { Connection } from 'mysql2';
import type { MariadbDeclaration } from '../../../words/connectors/mariadb.ts';
import type { FetchContext } from '../connector.ts';
import { readCa } from '../servers/read-ca.ts';

/** A connection that has begun to connect, and what cuts it at once. Throws FetchError. */
export async function openMariadb(
  { host, port, database, user, password, tls }: MariadbDeclaration,
  { folder, secret }: Pick<FetchContext, 'folder' | 'secret'>,
): Promise<{ connection: Connection; cut: () => void }> {
  const ssl = tls === null ? undefined : { rejectUnauthorized: true, verifyIdentity: true, ca: await readCa(folder, tls) };
  const proof = secret(password.secret);
  // Ours, since the driver tells nobody that waits when it ends a connection itself.
  const socket = connect({ host, port, keepAlive: true });
  const connection = createConnection({
    stream: () => socket,
    host,
    database,
    user,
    password: proof,
    ssl,
    charset: 'utf8mb4_general_ci',
    connectAttributes: { program_name: 'malbild' },
    // The deadline of the whole fetch cuts it.
    connectTimeout: 0,
    // The server may not ask for our files, nor for two statements in one; no code is made of its columns' names.
    flags: ['-LOCAL_FILES'],
    multipleStatements: false,
    disableEval: true,
  });
  // Whoever waits for an answer is told; without a listener Node.js would end the run.
  connection.on('error', () => undefined);
  return { connection, cut: () => socket.destroy() };
}

/**
 * Waits until it is connected, and begins a transaction whose reads are all of one moment. No transaction of the session may write.
 * MariaDB and MySQL each read their own comment, with their own name of the longest time of a query.
 */
export async function beginSnapshot(connection: Connection, seconds: number): Promise<void> {
  const whole = Math.ceil(seconds);
  for (const statement of [
    `set session time_zone = '+00:00', net_write_timeout = ${whole}, lock_wait_timeout = ${whole}
      /*M!100101 , max_statement_time = ${whole} */ /*!50708 , max_execution_time = ${whole * 1000} */`,
    'set session transaction isolation level repeatable read, read only',
    'start transaction with consistent snapshot, read only',
  ])
    await new Promise<void>((resolve, reject) => connection.query(statement, error => (error ? reject(error) : resolve())));
}
