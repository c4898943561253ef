import type { Column, SourceDeclaration } from '../../../pipeline/words/source.ts';
import { column, csv, declare, xlsx } from '../declare.ts';
import { xlsxOf } from '../../../demonstration/write-xlsx.ts';

/** The ways in which an extract is read; the first two differ in who reads the same bytes. */
export const WAYS = ['csv', 'csv in bulk', 'json', 'xlsx'] as const;
export type Way = (typeof WAYS)[number];

/** One record: a month or none, an id, and a number or what is none. */
export type Said = readonly [month: string, id: string, n: string];

const NAMES = '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\d+))?\\.dat$';
const COLUMNS = [column('month', 'month', { required: true, key: true }), column('id', 'text', { key: true }), column('n', 'integer')];
const REPORT = [column('plan'), column('id'), column('period'), column('date', 'date'), column('role'), column('status'), column('text')];

const formatOf = (way: Way): SourceDeclaration['format'] =>
  way === 'xlsx' ? xlsx() : way === 'json' ? { type: 'json', records: '', notation: csv().notation } : csv();

/** A source of every kind that holds deliveries against each other, all read one way. */
export function sourcesRead(way: Way): SourceDeclaration[] {
  const said = { columns: COLUMNS, name_pattern: NAMES, format: formatOf(way) };
  return [
    declare({ ...said, id: 'increment', kind: 'increment', covers: { by: 'column', column: 'month' } }),
    declare({ ...said, id: 'in-column', kind: 'period', covers: { by: 'column', column: 'month' } }),
    declare({ ...said, id: 'named', kind: 'period', covers: { by: 'name' } }),
    declare({ ...said, id: 'reports', kind: 'reports', columns: REPORT }),
    declare({ ...said, id: 'snapshot' }),
  ];
}

/** An extract of a source as a system would write it. */
export async function extractOf({ kind, columns, format }: SourceDeclaration, records: readonly Said[]): Promise<Buffer> {
  const header = columns.map(({ header: name }) => name);
  const cells = records.map(record => (kind === 'reports' ? reportOf(record) : [...record]));
  if (format.type === 'json') return Buffer.from(JSON.stringify(cells.map(record => objectOf(columns, record))));
  if (format.type === 'xlsx') return xlsxOf([{ name: 'Blad1', rows: [header, ...cells] }]);
  return Buffer.from([header, ...cells].map(row => `${row.join()}\n`).join(''));
}

const reportOf = ([month, id, n]: Said): string[] => {
  const status = { 1: 'met', 2: 'partly' }[n] ?? 'kanske';
  return ['plan', id, month, `${month || '2026-01'}-15`, 'chef', status, 'Så är det'];
};

const objectOf = (columns: readonly Column[], cells: readonly string[]): object =>
  Object.fromEntries(columns.map(({ header }, i) => [header, cells[i]]));
