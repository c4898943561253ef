import type { Database } from './server.ts';

export interface PostgresqlDeclaration extends Database {
  type: 'postgresql';
}
