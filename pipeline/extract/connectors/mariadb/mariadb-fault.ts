import { FetchError } from '../connector.ts';
import { networkFault } from '../servers/network-fault.ts';
import { sqlFault } from '../servers/sql-state.ts';

/** Errors whose SQLSTATE says too little (HY000 is all others), by the server's number. */
const NUMBERS: Readonly<Record<number, string>> = {
  1040: '53300', // too many connections
  1044: '42501', // no rights to the database
  1049: '3D000', // unknown database
  1053: '57P01', // the server is going down
  1142: '42501', // no rights to the table
  1205: '55P03', // lock wait timeout
  1290: '25006', // a read-only server
  1792: '25006', // a write in a read-only transaction
  1969: '57014', // max_statement_time
  3024: '57014', // max_execution_time
};

/** What an error of the driver means. */
export function mariadbFault(error: unknown): FetchError {
  if (!(error instanceof Error)) return new FetchError('wrong-answer', 'not as MariaDB answers', { cause: error });
  const { code, errno, sqlState } = error as Error & { code?: string; errno?: number; sqlState?: string };
  if (sqlState && errno) return sqlFault(NUMBERS[errno] ?? sqlState, `error ${errno}, `);
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT') return new FetchError('refused', 'no TLS', { cause: error });
  // What Node.js says of the certificate; of a connection that broke off it says which system call failed.
  if (code === 'HANDSHAKE_SSL_ERROR' && !('syscall' in error)) return new FetchError('refused', `TLS: ${error.message}`, { cause: error });
  if (code === 'PROTOCOL_CONNECTION_LOST' || code === 'HANDSHAKE_SSL_ERROR' || /closed state|Connection lost/.test(error.message))
    return new FetchError('unreachable', 'the connection broke off', { cause: error });
  return networkFault(error) ?? new FetchError('wrong-answer', 'not as MariaDB answers', { cause: error });
}
