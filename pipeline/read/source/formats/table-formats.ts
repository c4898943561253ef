import { ENCODINGS } from '../../../words/format.ts';
import type { Format } from '../../../words/format.ts';
import { matching, oneOf, strict, text } from '../../values.ts';
import { checkNotation, LAYOUT, layoutOf, NOTATION, notationOf } from './notation.ts';

export const csv = strict({
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

export const xlsx = strict({ type: oneOf(['xlsx']), sheet: text.optional(), ...NOTATION, ...LAYOUT })
  .superRefine(checkNotation)
  .transform((it): Format => ({ type: 'xlsx', sheet: it.sheet ?? null, notation: notationOf(it), layout: layoutOf(it) }));
