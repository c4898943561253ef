import type { CsvFormat, Layout, Notation, XlsxFormat } from '../../pipeline/words/format.ts';
import { PLAIN_CONTRACT } from '../../pipeline/words/source-contract.ts';
import type { Column, ColumnType, SourceDeclaration } from '../../pipeline/words/source.ts';

/** A source declaration with what a test says, and plain values for the rest. */
export const declare = (said: Partial<SourceDeclaration> & Pick<SourceDeclaration, 'columns'>): SourceDeclaration => ({
  id: 'absence',
  name: 'Sjukfrånvaro',
  owner: 'HR-avdelningen',
  class: 'open',
  synthetic: true,
  location: said.connector ? null : 'in/*.csv',
  connector: null,
  entry: null,
  name_pattern: null,
  kind: 'snapshot',
  covers: null,
  cadence: null,
  settles_days: null,
  system: null,
  information: null,
  klassa: null,
  retention_months: null,
  contract: PLAIN_CONTRACT,
  format: csv(),
  file: `sources/${said.id ?? 'absence'}/source.yaml`,
  ...said,
});

/** A CSV format; what of its notation and layout a test says is said flat, as in source.yaml. */
export const csv = ({ encoding, delimiter, ...said }: Partial<Omit<CsvFormat, 'type'> & Notation & Layout> = {}): CsvFormat => ({
  type: 'csv',
  encoding: encoding ?? 'utf-8',
  delimiter: delimiter ?? ',',
  ...textTable(said),
});

/** An XLSX format, said flat. */
export const xlsx = ({ sheet, ...said }: Partial<Omit<XlsxFormat, 'type'> & Notation & Layout> = {}): XlsxFormat => ({
  type: 'xlsx',
  sheet: sheet ?? null,
  ...textTable(said),
});

const textTable = (said: Partial<{ notation: Notation; layout: Layout } & Notation & Layout>): { notation: Notation; layout: Layout } => ({
  notation: said.notation ?? {
    decimal: said.decimal ?? '.',
    thousands: said.thousands ?? null,
    minus: said.minus ?? 'leading',
    missing: said.missing ?? [],
  },
  layout: said.layout ?? {
    preamble: said.preamble ?? 0,
    header: said.header ?? 1,
    footer: said.footer ?? null,
    ignore: said.ignore ?? null,
    trailer: said.trailer ?? null,
  },
});

/** A column whose header is its name. */
export const column = (name: string, type: string = 'text', said: Partial<Column> = {}): Column => ({
  header: name,
  name,
  type: typeOf(type),
  written: null,
  unit: null,
  marks: {},
  required: false,
  key: false,
  min: null,
  max: null,
  allowed: null,
  pattern: null,
  personal: null,
  aliases: [],
  not_personal: false,
  ...said,
});

function typeOf(written: string): ColumnType {
  const [, precision, scale] = /^decimal\((\d+),(\d+)\)$/.exec(written) ?? [];
  return precision === undefined
    ? ({ name: written } as ColumnType)
    : { name: 'decimal', precision: Number(precision), scale: Number(scale) };
}
