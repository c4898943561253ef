import { ENCODINGS, PLAIN } from '../../../words/format.ts';
import type { Format } from '../../../words/format.ts';
import { oneOf, strict } from '../../values.ts';

export const jsonStat = strict({ type: oneOf(['json-stat2']) }).transform((it): Format => ({ ...it, notation: PLAIN }));

export const px = strict({ type: oneOf(['px']), encoding: oneOf(ENCODINGS).optional() }).transform((it): Format => ({
  type: 'px',
  // What the format calls ANSI is what Windows calls so, also where the file says ISO-8859-1.
  encoding: it.encoding ?? 'windows-1252',
  notation: PLAIN,
}));
