import type { PostgresqlDeclaration } from '../../../words/connectors/postgresql.ts';
import type { Connector } from '../connector.ts';
import { startDeadline } from '../servers/deadline.ts';
import { readDeclaredFile } from '../servers/declared-file.ts';
import { guardBytes } from '../servers/guard-bytes.ts';
import { openPostgresql } from './open-postgresql.ts';
import { postgresqlFault } from './postgresql-fault.ts';
import { declareCursor, readCursor } from './read-cursor.ts';

/**
 * Brings what one query gives, as CSV (`<source>.csv`): UTF-8, comma, RFC 4180, a header of the columns' names. Everything is
 * read in one snapshot of the database, in a transaction that cannot write; the server refuses any statement but one query.
 * Values are the server's own text: nothing is rounded. Null and '' are both an empty cell. Times with a zone are in UTC.
 */
export const fetchPostgresql: Connector<PostgresqlDeclaration> = async function* (declaration, context) {
  const { limits } = declaration;
  const query = await readDeclaredFile(context.folder, declaration.query);
  const { client, cut } = await openPostgresql(declaration, context);
  const deadline = startDeadline(limits.milliseconds, cut, postgresqlFault);
  try {
    await client.connect();
    await declareCursor(client, query, limits.milliseconds);
    yield {
      name: `${context.source}.csv`,
      version: null,
      bytes: guardBytes(readCursor(client), limits.bytes, deadline.faultOf),
    };
    await client.end();
  } catch (error) {
    throw deadline.faultOf(error);
  } finally {
    deadline.end();
    cut();
  }
};
