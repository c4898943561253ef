import { DatabaseError } from 'pg';
import { FetchError } from '../connector.ts';
import { networkFault } from '../servers/network-fault.ts';
import { sqlFault } from '../servers/sql-state.ts';

/** What an error of the driver means. */
export function postgresqlFault(error: unknown): FetchError {
  if (error instanceof DatabaseError) return sqlFault(error.code ?? '?');
  const message = error instanceof Error ? error.message : '';
  if (message === 'The server does not support SSL connections') return new FetchError('refused', 'no TLS', { cause: error });
  if (/^Connection terminated|is not queryable$/.test(message))
    return new FetchError('unreachable', 'the connection broke off', { cause: error });
  return networkFault(error) ?? new FetchError('wrong-answer', 'not as PostgreSQL answers', { cause: error });
}
