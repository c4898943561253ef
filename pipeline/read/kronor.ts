import * as z from 'zod';
import { benefitKeys } from '../messages/keys/plan-keys.ts';
import { hints } from './schema-hints.ts';
import { day, matching, strict, text } from './values.ts';

const WRITTEN = /^(\d{1,12}(?:\.\d{1,2})?) sek$/;

/** An amount as people write it in a plan: `400000 sek`. */
export const sek = matching('an amount in whole kronor or with öre, as 400000 sek or 1250.50 sek', value => WRITTEN.test(value));

/** What an activity is to give: words, or an amount with words and the day it comes from. */
export const benefit = z.union(
  [text, strict({ amount: sek, text: text.optional(), from: day.optional() }).register(hints, { keys: benefitKeys })],
  {
    error: 'text, or { amount: 600000 sek, text: …, from: 2027-01-01 }',
  },
);

/** `400000 sek` as exact kronor, `400000`; null for what is no amount. */
export const kronorOf = (written: string | undefined): string | null => WRITTEN.exec(written ?? '')?.[1] ?? null;

/** What an activity is to give, in its parts; text that is an amount alone is that amount. */
export function benefitParts(written: z.infer<typeof benefit> | undefined): Exclude<Partial<z.infer<typeof benefit>>, string> {
  if (typeof written !== 'string') return written ?? {};
  return kronorOf(written) === null ? { text: written } : { amount: written };
}
