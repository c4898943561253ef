import * as z from 'zod';
import type { ConnectorDeclaration } from '../../words/connector.ts';
import { httpSchema } from './connectors/http-schema.ts';
import { koladaSchema } from './connectors/kolada-schema.ts';
import { mariadbSchema } from './connectors/mariadb-schema.ts';
import { postgresqlSchema } from './connectors/postgresql-schema.ts';
import { pxwebSchema } from './connectors/pxweb-schema.ts';
import { sftpSchema } from './connectors/sftp-schema.ts';
import { connectorKeys } from '../../messages/keys/source-keys.ts';
import { hints } from '../schema-hints.ts';

/** `connector:` of a source. */
export const connectorSchema: z.ZodType<ConnectorDeclaration> = z
  .discriminatedUnion('type', [httpSchema, koladaSchema, pxwebSchema, postgresqlSchema, mariadbSchema, sftpSchema], {
    error: 'a map whose type is `http`, `kolada`, `pxweb`, `postgresql`, `mariadb` or `sftp`',
  })
  .register(hints, { keys: connectorKeys });
