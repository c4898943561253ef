import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { real } from './real-files.ts';

/** A file with what the test says of it: the format as in `source.yaml`, and the columns as [header, type]. */
export interface Declared {
  id: string;
  path: readonly string[];
  format: { delimiter?: string; decimal?: ',' | '.'; preamble?: number; footer?: string };
  columns: readonly (readonly [header: string, type: string, said?: object])[];
}

/**
 * What must come of a file, read without the pipeline. None of these files has a quote in it, so that a line is a record
 * and a delimiter ends a cell; each table is followed by an empty line or by nothing.
 */
export function expected({ path, format, columns }: Declared) {
  const { delimiter = ',', decimal = '.', preamble = 0 } = format;
  const text = readFileSync(real(...path), 'utf8').replace(/^\ufeff/, '');
  expect(text).not.toContain('"');
  const lines = text.split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  const header = lines[preamble]!.split(delimiter);
  const at = columns.map(([name]) => header.indexOf(name));
  const body = lines.slice(preamble + 1);
  const end = body.findIndex(line => line.trim() === '');
  const table = end === -1 ? body : body.slice(0, end);
  const rows: (string | null)[][] = [];
  const rejects: [number, string, string, string][] = [];
  for (const [i, line] of table.entries()) {
    const cells = line.split(delimiter);
    expect(cells).toHaveLength(header.length);
    const values = at.map((index, column) => readCell(cells[index]!, columns[column]![1], decimal));
    const bad = values.indexOf(undefined);
    if (bad === -1) rows.push(values as (string | null)[]);
    else rejects.push([preamble + 2 + i, 'type', columns[bad]![0], cells[at[bad]!]!]);
  }
  const ignored = preamble + body.length - table.length;
  return { rows, rejects, counts: { records: lines.length - 1, loaded: rows.length, rejected: rejects.length, ignored, faults: [] } };
}

/** A cell as DuckDB prints its value; undefined where it is not of the type. */
function readCell(cell: string, type: string, decimal: string): string | null | undefined {
  if (cell === '') return null;
  if (type === 'text') return cell;
  if (type === 'integer') return /^-?[0-9]+$/.test(cell) ? String(BigInt(cell)) : undefined;
  const scale = Number(/,(\d+)\)$/.exec(type)![1]);
  const [whole, decimals = '', ...more] = cell.split(decimal);
  if (!/^-?[0-9]+$/.test(whole!) || !/^[0-9]*$/.test(decimals) || decimals.length > scale || more.length > 0) return undefined;
  return `${whole}.${decimals.padEnd(scale, '0')}`;
}
