import type { Limits, SecretName } from '../../../words/connectors/server.ts';
import type * as z from 'zod';
import { matching, strict, text, whole } from '../../values.ts';

const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$|^[\da-f:.]*:[\da-f:.]*$/iu;

const limits = strict({ megabytes: whole(1, 100_000).optional(), minutes: whole(1, 1440).optional() })
  .optional()
  .transform((it): Limits => ({ bytes: (it?.megabytes ?? 1000) * 1_000_000, milliseconds: (it?.minutes ?? 30) * 60_000 }));

export const secretName: z.ZodType<SecretName> = strict({
  secret: matching('the name of an environment variable: capitals, digits and `_`', value => /^[A-Z][A-Z0-9_]*$/.test(value)),
});

/** Keys of every connector to a server that is not HTTP. */
export const SERVER = {
  host: matching('a host name or address', value => HOST.test(value)),
  port: whole(1, 65_535).optional(),
  user: text,
  limits,
};
