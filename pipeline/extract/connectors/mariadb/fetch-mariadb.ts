import type { MariadbDeclaration } from '../../../words/connectors/mariadb.ts';
import type { Connector } from '../connector.ts';
import { startDeadline } from '../servers/deadline.ts';
import { readDeclaredFile } from '../servers/declared-file.ts';
import { guardBytes } from '../servers/guard-bytes.ts';
import { checkQuery } from './check-query.ts';
import { mariadbFault } from './mariadb-fault.ts';
import { beginSnapshot, openMariadb } from './open-mariadb.ts';
import { startQuery } from './start-query.ts';

/**
 * Brings what one query gives, as CSV (`<source>.csv`): UTF-8, comma, RFC 4180, a header of the columns' names. Everything is
 * read in one snapshot of the database (of InnoDB tables), in a session that cannot write. Values are the server's own text:
 * nothing is rounded, and `0000-00-00` comes as it is. Null and '' are both an empty cell. TIMESTAMP is in UTC.
 */
export const fetchMariadb: Connector<MariadbDeclaration> = async function* (declaration, context) {
  const { limits } = declaration;
  const query = await readDeclaredFile(context.folder, declaration.query);
  checkQuery(query);
  const { connection, cut } = await openMariadb(declaration, context);
  const deadline = startDeadline(limits.milliseconds, cut, mariadbFault);
  try {
    await beginSnapshot(connection, limits.milliseconds / 1000);
    yield {
      name: `${context.source}.csv`,
      version: null,
      bytes: guardBytes(await startQuery(connection, query), limits.bytes, deadline.faultOf),
    };
    await new Promise<void>((resolve, reject) => connection.end(error => (error ? reject(error) : resolve())));
  } catch (error) {
    throw deadline.faultOf(error);
  } finally {
    deadline.end();
    cut();
  }
};
