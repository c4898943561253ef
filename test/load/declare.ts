import type { Column, ColumnType, CsvFormat, SourceDeclaration } from '../../pipeline/words/source.ts';

/** A source declaration with what a test says, and plain values for the rest. */
export const declare = (said: Partial<SourceDeclaration> & Pick<SourceDeclaration, 'columns'>): SourceDeclaration => ({
  id: 'absence',
  name: 'Sjukfrånvaro',
  owner: 'HR-avdelningen',
  class: 'open',
  synthetic: true,
  location: 'in/*.csv',
  name_pattern: null,
  kind: 'snapshot',
  covers: null,
  cadence: null,
  format: csv(),
  file: `sources/${said.id ?? 'absence'}/source.yaml`,
  ...said,
});

export const csv = (said: Partial<CsvFormat> = {}): CsvFormat => ({
  type: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  decimal: '.',
  preamble: 0,
  footer: null,
  ignore: null,
  ...said,
});

/** A column whose header is its name. */
export const column = (name: string, type: string = 'text', said: Partial<Column> = {}): Column => ({
  header: name,
  name,
  type: typeOf(type),
  required: false,
  key: false,
  min: null,
  max: null,
  allowed: null,
  pattern: null,
  personal: null,
  ...said,
});

function typeOf(written: string): ColumnType {
  const [, precision, scale] = /^decimal\((\d+),(\d+)\)$/.exec(written) ?? [];
  return precision === undefined
    ? ({ name: written } as ColumnType)
    : { name: 'decimal', precision: Number(precision), scale: Number(scale) };
}
