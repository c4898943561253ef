import * as z from 'zod';
import type { ConnectorDeclaration } from '../../words/connector.ts';
import { httpSchema } from './connectors/http-schema.ts';
import { koladaSchema } from './connectors/kolada-schema.ts';
import { pxwebSchema } from './connectors/pxweb-schema.ts';

/** `connector:` of a source. */
export const connectorSchema: z.ZodType<ConnectorDeclaration> = z.discriminatedUnion('type', [httpSchema, koladaSchema, pxwebSchema], {
  error: 'a map whose type is `http`, `kolada` or `pxweb`',
});
