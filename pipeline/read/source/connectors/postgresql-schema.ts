import type { PostgresqlDeclaration } from '../../../words/connectors/postgresql.ts';
import { oneOf, strict } from '../../values.ts';
import { checkTls, DATABASE, databaseOf } from './database-schema.ts';

/** `connector: { type: postgresql, … }`. */
export const postgresqlSchema = strict({ type: oneOf(['postgresql']), ...DATABASE })
  .superRefine(checkTls)
  .transform((it): PostgresqlDeclaration => ({ type: it.type, ...databaseOf(it, 5432) }));
