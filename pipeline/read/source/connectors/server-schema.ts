import * as z from 'zod';
import { matching, strict, text, whole } from '../../values.ts';
import { hideSecret, secretVariable } from './secret-name.ts';
import { fetchLimits, limitsOf } from './web-schema.ts';
import { hints } from '../../schema-hints.ts';

const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$|^[\da-f:.]*:[\da-f:.]*$/iu;

const limits = fetchLimits.optional().transform(limitsOf);

/** What was found is not shown: it is likely the secret itself. */
export const secretName = z
  .any()
  .superRefine((it, ctx) => {
    if (it !== undefined && (typeof it !== 'object' || Array.isArray(it))) hideSecret(ctx);
  })
  .register(hints, {
    description: '{ secret: NAME }',
    type: 'object',
    properties: { secret: { description: 'the name of an environment variable', type: 'string' } },
    required: ['secret'],
    additionalProperties: false,
  })
  .pipe(strict({ secret: secretVariable }));

/** Keys of every connector to a server that is not HTTP. */
export const SERVER = {
  host: matching('a host name or address', HOST),
  port: whole(1, 65_535).optional(),
  user: text,
  limits,
};
