import { ENCODINGS, PLAIN } from '../../../words/format.ts';
import type { Format } from '../../../words/format.ts';
import { parseRecordPath, RECORD_PATH } from '../../../words/xml-path.ts';
import { matching, oneOf, strict, text } from '../../values.ts';
import { checkNotation, NOTATION, notationOf } from './notation.ts';

export const json = strict({ type: oneOf(['json']), records: text.optional(), ...NOTATION })
  .superRefine(checkNotation)
  .transform((it): Format => ({ type: 'json', records: it.records ?? '', notation: notationOf(it) }));

export const ndjson = strict({ type: oneOf(['ndjson']), ...NOTATION })
  .superRefine(checkNotation)
  .transform((it): Format => ({ type: 'ndjson', notation: notationOf(it) }));

export const xml = strict({
  type: oneOf(['xml']),
  encoding: oneOf(ENCODINGS).optional(),
  records: matching(RECORD_PATH, value => parseRecordPath(value) !== null),
  ...NOTATION,
})
  .superRefine(checkNotation)
  .transform((it): Format => ({ type: 'xml', encoding: it.encoding ?? 'utf-8', records: it.records, notation: notationOf(it) }));

export const parquet = strict({ type: oneOf(['parquet']), ...NOTATION })
  .superRefine(checkNotation)
  .transform((it): Format => ({ type: 'parquet', notation: notationOf(it) }));

export const kolada = strict({ type: oneOf(['kolada-v3']) }).transform((it): Format => ({ ...it, notation: PLAIN }));
