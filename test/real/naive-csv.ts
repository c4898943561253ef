import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { DeclaredSource } from './load-real.ts';
import { real } from './real-files.ts';

/** A file with what the test says of it: the format as in `source.yaml`, and the columns as [header, type, the rest]. */
export interface Declared {
  id: string;
  path: readonly string[];
  format: {
    delimiter?: string;
    decimal?: ',' | '.';
    thousands?: 'space';
    missing?: readonly string[];
    preamble?: number;
    header?: 1 | 2;
    footer?: string;
  };
  columns: readonly (readonly [header: string, type: string, said?: Readonly<Record<string, unknown>>])[];
}
type Column = Declared['columns'][number];

const marksOf = ([, , said]: Column): Readonly<Record<string, string>> | null =>
  (said?.marks as Readonly<Record<string, string>> | undefined) ?? null;

/** As `source.yaml` says it, columns named c0, c1 … */
export const sourceOf = ({ path, format, columns }: Declared): DeclaredSource => ({
  location: real(...path),
  format: { type: 'csv', ...format },
  columns: Object.fromEntries(columns.map(([header, type, said = {}], i) => [header, { name: `c${i}`, type, ...said }])),
});

/** The columns of `expected`'s rows, as a query names them. By name: a header that is a number stands before others. */
export const selected = (columns: Declared['columns']): string =>
  columns.flatMap((column, i) => (marksOf(column) ? [`c${i}::varchar`, `c${i}_mark`] : [`c${i}::varchar`])).join(', ');

/**
 * What must come of a file, read without the pipeline. None of these files has a quote in it, so that a line is a record
 * and a delimiter ends a cell; each table is followed by an empty line or by nothing. A column with marks gives two cells.
 */
export function expected({ path, format, columns }: Declared) {
  const { delimiter = ',', preamble = 0, header: headerRows = 1 } = format;
  const text = readFileSync(real(...path), 'utf8').replace(/^\ufeff/, '');
  expect(text).not.toContain('"');
  const lines = text.split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  const heads = lines.slice(preamble, preamble + headerRows).map(line => line.split(delimiter));
  const header = heads.at(-1)!.map((name, i) => (headerRows === 2 && heads[0]![i] ? `${heads[0]![i]} / ${name}` : name));
  const at = columns.map(([name]) => header.indexOf(name));
  const body = lines.slice(preamble + headerRows);
  const end = body.findIndex(line => line.trim() === '');
  const table = end === -1 ? body : body.slice(0, end);
  const rows: (string | null)[][] = [];
  const rejects: [number, string, string, string][] = [];
  for (const [i, line] of table.entries()) {
    const cells = line.split(delimiter);
    expect(cells).toHaveLength(header.length);
    const values = at.map((index, column) => readCell(cells[index]!, columns[column]!, format));
    const bad = values.findIndex(value => value === undefined);
    if (bad === -1) rows.push(values.flatMap(value => value!));
    else rejects.push([preamble + headerRows + 1 + i, 'type', columns[bad]![0], cells[at[bad]!]!]);
  }
  const ignored = preamble + body.length - table.length;
  return {
    rows,
    rejects,
    counts: { records: lines.length - headerRows, loaded: rows.length, rejected: rejects.length, ignored, faults: [] },
  };
}

/** A cell as DuckDB prints its value, and its mark where the column has marks; undefined where it is not of the type. */
function readCell(cell: string, column: Column, { decimal = '.', thousands, missing = [] }: Declared['format']) {
  const [, type] = column;
  const marks = marksOf(column);
  if (marks && Object.hasOwn(marks, cell)) return [null, marks[cell]!];
  const value = cell === '' || (type !== 'text' && missing.includes(cell)) ? null : readValue(cell, type, decimal, thousands !== undefined);
  return value === undefined ? undefined : marks ? [value, null] : [value];
}

function readValue(cell: string, type: string, decimal: string, spaced: boolean): string | undefined {
  if (type === 'text') return cell;
  const [whole = '', decimals = '', ...more] = cell.split(decimal);
  if (!/^-?[0-9]+$/.test(whole) && !(spaced && /^-?[1-9][0-9]{0,2}([ \u00a0][0-9]{3})+$/.test(whole))) return undefined;
  const digits = whole.replace(/[ \u00a0]/g, '');
  if (type === 'integer') return cell.includes(decimal) ? undefined : String(BigInt(digits));
  const scale = Number(/,(\d+)\)$/.exec(type)![1]);
  if (!/^[0-9]*$/.test(decimals) || decimals.length > scale || more.length > 0) return undefined;
  return `${digits}.${decimals.padEnd(scale, '0')}`;
}
