import type * as z from 'zod';
import { problemText } from '../../../messages/problems.ts';
import type { Layout, Notation } from '../../../words/format.ts';
import { issue } from '../../issue.ts';
import { list, oneOf, pattern, text, whole } from '../../values.ts';

/** Keys of formats whose values are text. */
export const NOTATION = {
  decimal: oneOf([',', '.']).optional(),
  thousands: oneOf(['space', '.', ',']).optional(),
  minus: oneOf(['leading', 'trailing']).optional(),
  missing: list(text).optional(),
};
/** Keys of formats whose files have lines or rows that are no records. */
export const LAYOUT = {
  preamble: whole(0).optional(),
  header: whole(0, 2).optional(),
  footer: pattern().optional(),
  ignore: pattern().optional(),
  trailer: pattern(['rows', 'sum']).optional(),
};

type Written = z.infer<z.ZodObject<typeof NOTATION>>;

/** The sign before decimals cannot also stand between thousands. */
export function checkNotation({ decimal, thousands }: Written, ctx: z.RefinementCtx): void {
  if (thousands !== undefined && thousands === (decimal ?? '.'))
    ctx.addIssue(
      issue(problemText('wrong-value', `\`${thousands}\``, 'another sign than `decimal`, which is `.` unless said'), ['thousands']),
    );
}

export const notationOf = (it: Written): Notation => ({
  decimal: it.decimal ?? '.',
  thousands: it.thousands ?? null,
  minus: it.minus ?? 'leading',
  missing: it.missing ?? [],
});

export const layoutOf = (it: z.infer<z.ZodObject<typeof LAYOUT>>): Layout => ({
  preamble: it.preamble ?? 0,
  header: (it.header ?? 1) as Layout['header'],
  footer: it.footer ?? null,
  ignore: it.ignore ?? null,
  trailer: it.trailer ?? null,
});
