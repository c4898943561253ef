import type { Database } from './server.ts';

/** MariaDB, and MySQL, which speaks the same. */
export interface MariadbDeclaration extends Database {
  type: 'mariadb';
}
