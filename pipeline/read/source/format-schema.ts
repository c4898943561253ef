import * as z from 'zod';
import { PLAIN } from '../../words/format.ts';
import type { Format, Layout, Notation } from '../../words/format.ts';
import { list, matching, oneOf, pattern, strict, text, whole } from '../values.ts';

const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-1', 'iso-8859-15'] as const;

/** Keys of formats whose values are text. */
const NOTATION = {
  decimal: oneOf([',', '.']).optional(),
  thousands: oneOf(['space', '.', ',']).optional(),
  missing: list(text).optional(),
};
/** Keys of formats whose files have lines or rows that are no records. */
const LAYOUT = {
  preamble: whole(0).optional(),
  header: whole(1, 2).optional(),
  footer: pattern().optional(),
  ignore: pattern().optional(),
  trailer: pattern(['rows', 'sum']).optional(),
};

const notationOf = (it: z.infer<z.ZodObject<typeof NOTATION>>): Notation => ({
  decimal: it.decimal ?? '.',
  thousands: it.thousands ?? null,
  missing: it.missing ?? [],
});
const layoutOf = (it: z.infer<z.ZodObject<typeof LAYOUT>>): Layout => ({
  preamble: it.preamble ?? 0,
  header: it.header === 2 ? 2 : 1,
  footer: it.footer ?? null,
  ignore: it.ignore ?? null,
  trailer: it.trailer ?? null,
});

const csv = strict({
  type: oneOf(['csv']),
  encoding: oneOf(ENCODINGS).optional(),
  delimiter: matching('one character', value => value.length === 1).optional(),
  ...NOTATION,
  ...LAYOUT,
}).transform((it): Format => ({
  type: 'csv',
  encoding: it.encoding ?? 'utf-8',
  delimiter: it.delimiter ?? ',',
  notation: notationOf(it),
  layout: layoutOf(it),
}));
const json = strict({ type: oneOf(['json']), records: text.optional(), ...NOTATION }).transform((it): Format => ({
  type: 'json',
  records: it.records ?? '',
  notation: notationOf(it),
}));
const kolada = strict({ type: oneOf(['kolada-v3']) }).transform((it): Format => ({ ...it, notation: PLAIN }));

/** `format:` of a source. */
export const formatSchema: z.ZodType<Format> = z.discriminatedUnion('type', [csv, json, kolada], {
  error: '`csv`, `json` or `kolada-v3`',
});
