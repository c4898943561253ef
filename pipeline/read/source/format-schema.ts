import * as z from 'zod';
import { problemText } from '../../messages/problems.ts';
import { ENCODINGS, PLAIN } from '../../words/format.ts';
import type { Format, Layout, Notation } from '../../words/format.ts';
import { issue } from '../issue.ts';
import { list, matching, oneOf, pattern, strict, text, whole } from '../values.ts';

/** Keys of formats whose values are text. */
const NOTATION = {
  decimal: oneOf([',', '.']).optional(),
  thousands: oneOf(['space', '.', ',']).optional(),
  minus: oneOf(['leading', 'trailing']).optional(),
  missing: list(text).optional(),
};
/** Keys of formats whose files have lines or rows that are no records. */
const LAYOUT = {
  preamble: whole(0).optional(),
  header: whole(1, 2).optional(),
  footer: pattern().optional(),
  ignore: pattern().optional(),
};

type Written = z.infer<z.ZodObject<typeof NOTATION>>;

/** The sign before decimals cannot also stand between thousands. */
function checkNotation({ decimal, thousands }: Written, ctx: z.RefinementCtx): void {
  if (thousands !== undefined && thousands === (decimal ?? '.'))
    ctx.addIssue(
      issue(problemText('wrong-value', `\`${thousands}\``, 'another sign than `decimal`, which is `.` unless said'), ['thousands']),
    );
}

const notationOf = (it: Written): Notation => ({
  decimal: it.decimal ?? '.',
  thousands: it.thousands ?? null,
  minus: it.minus ?? 'leading',
  missing: it.missing ?? [],
});
const layoutOf = (it: z.infer<z.ZodObject<typeof LAYOUT>>): Layout => ({
  preamble: it.preamble ?? 0,
  header: it.header === 2 ? 2 : 1,
  footer: it.footer ?? null,
  ignore: it.ignore ?? null,
});

const csv = strict({
  type: oneOf(['csv']),
  encoding: oneOf(ENCODINGS).optional(),
  delimiter: matching('one character', value => value.length === 1).optional(),
  ...NOTATION,
  ...LAYOUT,
})
  .superRefine(checkNotation)
  .transform((it): Format => ({
    type: 'csv',
    encoding: it.encoding ?? 'utf-8',
    delimiter: it.delimiter ?? ',',
    notation: notationOf(it),
    layout: layoutOf(it),
  }));
const json = strict({ type: oneOf(['json']), records: text.optional(), ...NOTATION })
  .superRefine(checkNotation)
  .transform((it): Format => ({
    type: 'json',
    records: it.records ?? '',
    notation: notationOf(it),
  }));
const kolada = strict({ type: oneOf(['kolada-v3']) }).transform((it): Format => ({ ...it, notation: PLAIN }));
const jsonStat = strict({ type: oneOf(['json-stat2']) }).transform((it): Format => ({ ...it, notation: PLAIN }));
const px = strict({ type: oneOf(['px']), encoding: oneOf(ENCODINGS).optional() }).transform((it): Format => ({
  type: 'px',
  // What the format calls ANSI is what Windows calls so, also where the file says ISO-8859-1.
  encoding: it.encoding ?? 'windows-1252',
  notation: PLAIN,
}));

/** `format:` of a source. */
export const formatSchema: z.ZodType<Format> = z.discriminatedUnion('type', [csv, json, kolada, jsonStat, px], {
  error: '`csv`, `json`, `kolada-v3`, `json-stat2` or `px`',
});
