import * as z from 'zod';
import { problemText } from '../../../messages/problems.ts';
import { issue } from '../../issue.ts';
import { matching, strict, text, whole } from '../../values.ts';
import { fetchLimits, limitsOf } from './web-schema.ts';

const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$|^[\da-f:.]*:[\da-f:.]*$/iu;

const limits = fetchLimits.optional().transform(limitsOf);

const NAME = '{ secret: NAME }, the name of an environment variable in capitals, digits and `_`';
const hidden = (ctx: z.core.$RefinementCtx): void => ctx.addIssue(issue(problemText('wrong-value', 'something else than a name', NAME)));

/** What was found is not shown: it is likely the secret itself. */
export const secretName = z
  .any()
  .superRefine((it, ctx) => {
    if (it !== undefined && (typeof it !== 'object' || Array.isArray(it))) hidden(ctx);
  })
  .pipe(
    strict({
      secret: z.any().superRefine((it, ctx) => {
        if (!/^[A-Z][A-Z0-9_]*$/.test(String(it))) hidden(ctx);
      }),
    }),
  );

/** Keys of every connector to a server that is not HTTP. */
export const SERVER = {
  host: matching('a host name or address', value => HOST.test(value)),
  port: whole(1, 65_535).optional(),
  user: text,
  limits,
};
