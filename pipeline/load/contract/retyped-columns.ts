import { parserOf } from '../values/parse-value.ts';
import { PLAIN } from '../../words/format.ts';
import type { ColumnType } from '../../words/source.ts';
import { fault } from '../formats/broken-extract.ts';
import { stop } from './extract-check.ts';
import type { ExtractCheck } from './extract-check.ts';

/** So many cells that are not of their column's type are needed to say that the column has another. */
const ENOUGH = 10;

/**
 * A column has its declared type, though single cells may not: where (so large a share of) its cells are not of it, the
 * system has changed what it exports. What they look like is said, but never what they are.
 */
export const retypedColumns: ExtractCheck = (source, { reading, profile }) => {
  const { retyped } = source.contract;
  if (retyped === null) return [];
  return source.columns.flatMap(({ header, name, type, personal }) => {
    const misfits = reading.rejects.filter(({ rule, column }) => rule === 'type' && column === header);
    const { filled, marked } = profile.columns[name] ?? { filled: profile.rows, marked: 0 };
    // Of a column that is dropped it is not known which are empty.
    const cells = misfits.length + filled + marked;
    if (misfits.length < ENOUGH || misfits.length < retyped * cells) return [];
    const looks = personal === null ? looksOf(misfits.map(({ raw }) => raw)) : '';
    return [stop(fault('retyped-column', misfits[0]!.line, { column: header, type: type.name, looks, rows: misfits.length, cells }))];
  });
};

const decimal: ColumnType = { name: 'decimal', precision: 38, scale: 18 };
const LOOKS: readonly [name: string, fits: (text: string) => boolean][] = [
  ['integer', fits({ name: 'integer' })],
  ['decimal', text => fits(decimal)(text) || fits(decimal, ',')(text)],
  ['grouped', text => /^[-\u2212]?\d{1,3}(\s\d{3})+(,\d+)?$/.test(text) || /^-?\d{1,3}$/.test(text)],
  ['month', text => fits({ name: 'month' })(text) || /^\d{4}(0[1-9]|1[0-2])$/.test(text)],
  ['date', text => /^\d{4}-?\d{2}-?\d{2}$|^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(text)],
  ['date-time', text => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)],
  ['boolean', fits({ name: 'boolean' })],
];

function fits(type: ColumnType, sign: ',' | '.' = '.'): (text: string) => boolean {
  const parse = parserOf({ type, written: null, unit: null }, { ...PLAIN, decimal: sign }, 'UTC');
  return text => parse(text) !== undefined;
}

/** The narrowest of what all the texts look like; `text` where that is nothing. */
const looksOf = (texts: readonly string[]): string => LOOKS.find(([, fit]) => texts.every(text => fit(text)))?.[0] ?? 'text';
