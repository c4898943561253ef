import { rowCheck } from '../../load/values/check-row.ts';
import type { Format, Notation } from '../../words/format.ts';
import type { Decision, DraftColumn, DraftFormat, WrittenValue } from '../draft.ts';
import type { Table } from '../read-table.ts';
import { namer } from './column-name.ts';
import { columnValues } from './column-values.ts';
import type { ColumnValues } from './column-values.ts';
import { draftColumn } from './draft-column.ts';
import { guessKey } from './guess-key.ts';
import { guessNotation } from './guess-notation.ts';

interface DraftedColumns {
  columns: DraftColumn[];
  /** Keys of `format` to decide on. */
  undecided: Decision[];
  /** Keys of `format` that are said of values. */
  notation: Record<string, WrittenValue>;
  evidence: string[];
  /** Records that the draft would load. */
  loaded: number;
}

/** Files that say how their numbers are written have no notation to declare. */
const PLAIN_FORMATS: readonly Format['type'][] = ['kolada-v3', 'json-stat2', 'px', 'sie'];

/** Declares every column that has a name and values, or a name of its own, by all rows of a table. */
export function draftColumns(format: DraftFormat, table: Table): DraftedColumns {
  const all = table.headers.map((header, i) => columnValues(header, table.rows, i));
  // A column that is called by its place and is empty is what stands after a delimiter at the end of lines.
  const isKept = ({ header, text, typed, nested }: (typeof all)[number]): boolean =>
    text.size + typed.size + nested > 0 || (!PLAIN_FORMATS.includes(format.format.type) && !/^#\d+$/.test(header) && header !== 'status');
  const indexes = all.flatMap((values, i) => (isKept(values) ? [i] : []));
  const kept = indexes.length === 0 ? all : indexes.map(i => all[i]!);
  const rows = indexes.length === all.length ? table.rows : table.rows.map(row => indexes.map(i => row[i]!));
  const hasNotation = !PLAIN_FORMATS.includes(format.format.type);
  const { notation, doubtful } = guessNotation(hasNotation ? kept : []);
  const name = namer();
  const missing = new Map<string, number>();
  const facts = {
    notation,
    doubtful: new Map(doubtful.map(({ header, example }) => [header, example])),
    dimensions: format.key ?? [],
    formal: !hasNotation,
  };
  const columns = kept.map(values =>
    draftColumn(values, name(values.header), facts, (sign, cells) => missing.set(sign, (missing.get(sign) ?? 0) + cells)),
  );
  const key = keyOf(format, columns, rows);
  for (const i of key) columns[i] = { ...columns[i]!, column: { ...columns[i]!.column, key: true } };
  const used = { ...notation, missing: [...missing.keys()] };
  return {
    columns,
    undecided: doubtful.slice(0, 1).map(({ example }) => decimalDecision(example)),
    notation: written(used, doubtful.length > 0, columns),
    evidence: [...evidenceOf(table, columns, key, missing), ...leastOf(kept, columns)],
    loaded: countLoaded(format.format, used, columns, rows),
  };
}

function keyOf(format: DraftFormat, columns: readonly DraftColumn[], rows: Table['rows']): number[] {
  if (format.key === null)
    return guessKey(
      columns.map(({ column }) => column),
      rows,
    );
  return columns.flatMap(({ column, decide }, i) => (format.key!.includes(column.header) && decide === null ? [i] : []));
}

function decimalDecision(example: string): Decision {
  const sign = example.includes(',') ? ',' : '.';
  const whole = example.replace(sign, '');
  return {
    key: 'format.decimal',
    choices: `"${sign}" where ${example} has decimals, else "${sign === ',' ? '.' : ','}" and \`thousands: "${sign}"\`, where it is ${whole}`,
  };
}

/** The keys of a notation that are not as they are by default, and that a column's values need. */
function written(
  { decimal, thousands, minus, missing }: Notation,
  inDoubt: boolean,
  columns: readonly DraftColumn[],
): Record<string, WrittenValue> {
  const numbers = columns.some(({ column }) => column.type.name === 'integer' || column.type.name === 'decimal');
  return {
    ...(decimal === ',' && numbers && !inDoubt ? { decimal } : {}),
    ...(thousands !== null && numbers && !inDoubt ? { thousands } : {}),
    ...(minus === 'trailing' ? { minus } : {}),
    ...(missing.length === 0 ? {} : { missing }),
  };
}

function evidenceOf(
  { rows, misfits, ignored, whole }: Table,
  columns: readonly DraftColumn[],
  key: readonly number[],
  missing: ReadonlyMap<string, number>,
): string[] {
  const names = key.map(i => columns[i]!.column.name).join(', ');
  const signs = [...missing].map(([sign, cells]) => `${JSON.stringify(sign)} in ${cells} ${cells === 1 ? 'cell' : 'cells'}`).join(', ');
  return [
    `from ${whole ? 'all' : 'the'} ${rows.length} rows${whole ? '' : ' that were looked at'}${ignored > 0 ? `, ${ignored} ignored` : ''}`,
    ...(misfits > 0 ? [`${misfits} records have another number of cells, and are rejected`] : []),
    ...(names === '' ? [] : [`no two rows have the same ${names}`]),
    ...(signs === '' ? [] : [`${signs}: empty cells; where a sign means more, say \`marks\``]),
  ];
}

/** No range is inferred: numbers that none of the rows has can be right. That none is negative is told. */
function leastOf(values: readonly ColumnValues[], columns: readonly DraftColumn[]): string[] {
  const numbers = columns.flatMap(({ column: { type, name } }, i) =>
    type.name === 'integer' || type.name === 'decimal' ? [{ name, i }] : [],
  );
  const isNegative = (i: number): boolean =>
    [...values[i]!.text.keys(), ...values[i]!.typed.keys()].some(text => /^[-\u2212]\d|\d[-\u2212]$/.test(text));
  const least = numbers.filter(({ i }) => !isNegative(i)).map(({ name }) => name);
  if (least.length === 0) return [];
  const which =
    least.length === numbers.length
      ? 'no number is negative'
      : `none is negative of ${least.slice(0, 5).join(', ')}${least.length > 5 ? ' …' : ''}`;
  return [`${which}: \`min: 0\` where none can be`];
}

/** How many of the rows the draft would load; columns that are still to be decided take every value. */
function countLoaded(format: Format, notation: Notation, columns: readonly DraftColumn[], rows: Table['rows']): number {
  const check = rowCheck({ columns: columns.map(({ column }) => column), format: { ...format, notation } as Format }, null, {
    digest: text => text,
    timeZone: 'Europe/Stockholm',
  });
  return rows.filter(row => check(row).ok).length;
}
