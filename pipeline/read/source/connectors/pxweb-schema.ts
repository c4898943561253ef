import * as z from 'zod';
import { problemText } from '../../../messages/problems.ts';
import type { PxwebConnector } from '../../../words/connector.ts';
import { issue } from '../../issue.ts';
import { distinct, map, matching, oneOf, strict } from '../../values.ts';
import { checkAddress, fetchLimits, limitsOf, webAddress } from './web-schema.ts';

const CODES = 'a list of codes in quotes, or "*", from(2015), to(2020), range(2015,2020), top(3)';
const code = matching('a code in quotes', /\S/);

/** `connector: { type: pxweb, … }`. */
export const pxwebSchema = strict({
  type: oneOf(['pxweb']),
  table: matching('a table’s id, as TAB638', /^[A-Za-z0-9_-]+$/),
  select: map(z.union([code.transform(one => [one]), distinct(code)], { error: CODES })),
  url: webAddress.optional(),
  language: matching('a language, as sv', /^[a-z]{2}$/).optional(),
  limits: fetchLimits.optional(),
})
  .superRefine((it, ctx) => {
    checkAddress(it, ctx);
    for (const [variable, codes] of Object.entries(it.select))
      if (codes.length === 0) ctx.addIssue(issue(problemText('wrong-value', 'no codes', CODES), ['select', variable]));
  })
  .transform((it): PxwebConnector => ({
    type: 'pxweb',
    url: it.url ?? 'https://api.scb.se/OV0104/v2beta/api/v2',
    table: it.table,
    language: it.language ?? 'sv',
    select: it.select,
    limits: limitsOf(it.limits),
  }));
