import * as z from 'zod';
import { problemText } from '../../../messages/problems.ts';
import { issue } from '../../issue.ts';
import { hints } from '../../schema-hints.ts';

const NAME = '{ secret: NAME }, the name of an environment variable in capitals, digits and `_`';

const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

/** A problem that does not show what was found: it is likely the secret itself. */
export const hideSecret = (ctx: z.core.$RefinementCtx): void =>
  ctx.addIssue(issue(problemText('wrong-value', 'something else than a name', NAME)));

/** The name of the environment variable that holds a secret. */
export const secretVariable = z
  .any()
  .superRefine((it, ctx) => {
    if (!VARIABLE.test(String(it))) hideSecret(ctx);
  })
  .register(hints, { description: 'the name of an environment variable', type: 'string', pattern: VARIABLE.source });
