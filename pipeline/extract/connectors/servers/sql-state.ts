import { FetchError } from '../connector.ts';
import type { FetchFault } from '../connector.ts';

/** Classes of SQLSTATE (the first two characters, ISO/IEC 9075), and codes that differ from their class. */
const STATES: Readonly<Record<string, readonly [FetchFault, string]>> = {
  '08': ['unreachable', 'connection exception'],
  '0A': ['refused', 'feature not supported'],
  '21': ['wrong-answer', 'cardinality violation'],
  '22': ['wrong-answer', 'data exception'],
  '25': ['refused', 'invalid transaction state: the query writes'],
  '25P03': ['too-slow', 'idle in transaction'],
  '28': ['refused', 'invalid authorization'],
  '3D': ['refused', 'unknown database'],
  '40': ['unreachable', 'transaction rollback'],
  '42': ['refused', 'syntax error or access rule violation'],
  '42501': ['refused', 'insufficient privilege'],
  '53': ['unreachable', 'insufficient resources'],
  '55P03': ['too-slow', 'lock not available'],
  '57': ['unreachable', 'operator intervention'],
  '57014': ['too-slow', 'query canceled'],
  '70100': ['too-slow', 'query interrupted'],
  '58': ['unreachable', 'system error'],
  XX: ['wrong-answer', 'internal error'],
};

/** What a database's error means. The error itself is left out: it can quote the query and what stands in rows. */
export function sqlFault(state: string, number = ''): FetchError {
  const [code, words] = STATES[state] ?? STATES[state.slice(0, 2)] ?? ['refused', 'other'];
  return new FetchError(code, `${number}SQLSTATE ${state} (${words})`);
}
