import * as z from 'zod';
import type { ConnectorDeclaration } from '../../words/connector.ts';
import { httpSchema } from './connectors/http-schema.ts';

/** `connector:` of a source. */
export const connectorSchema: z.ZodType<ConnectorDeclaration> = z.discriminatedUnion('type', [httpSchema], {
  error: 'a map whose type is `http`',
});
