import type { SieLevel, SieRecords } from './sie.ts';

/** `utf-16` is the one whose byte order mark says which of the two it is. */
export const ENCODINGS = [
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'cp437',
  'cp850',
  'cp865',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How values are written where a file gives them as text. A value that the file itself types (a JSON or XLSX number) is plain. */
export interface Notation {
  decimal: ',' | '.';
  /** Between groups of three digits; `space` is a space, a no-break space (also the narrow one) or a thin space. Null where there is none. */
  thousands: 'space' | '.' | ',' | null;
  /** Where a minus sign may stand: before the number, or also after it (`1 234,50-`). */
  minus: 'leading' | 'trailing';
  /** Texts that mean that a value is missing, in every column that is not text: they are empty cells. */
  missing: readonly string[];
}

/** Which of a file's lines or rows are no records. All of them count as ignored, except the header. */
export interface Layout {
  /** Lines before the header. */
  preamble: number;
  /**
   * Rows that the header takes. With none, columns are called by their place, `#1`. With two, a column is called by both,
   * ` / ` between; an empty cell of the first repeats the one before.
   */
  header: 0 | 1 | 2;
  /** A pattern on the record's text: the first match and all after it are ignored. */
  footer: string | null;
  /** A pattern on the record's text: what matches is ignored. */
  ignore: string | null;
  /** A pattern on the text of the record with the sender's totals, which is ignored. Named groups `rows` and `sum`, one or both. */
  trailer: string | null;
}

export interface CsvFormat {
  type: 'csv';
  encoding: Encoding;
  delimiter: string;
  notation: Notation;
  layout: Layout;
}
/** One sheet of a workbook. */
export interface XlsxFormat {
  type: 'xlsx';
  /** Null for the only one. */
  sheet: string | null;
  notation: Notation;
  layout: Layout;
}
export interface JsonFormat {
  type: 'json';
  /** The key path of the array that holds the records (`a.b`); empty where the document is the array. */
  records: string;
  notation: Notation;
}
/** One JSON object a line, UTF-8. */
export interface NdjsonFormat {
  type: 'ndjson';
  notation: Notation;
}
export interface XmlFormat {
  type: 'xml';
  encoding: Encoding;
  /** The path of a record's element from the root (`Envelope/Body/case`), as `parseRecordPath` reads it. */
  records: string;
  notation: Notation;
}
/** The notation is that of columns of text: the file types the others itself. */
export interface ParquetFormat {
  type: 'parquet';
  notation: Notation;
}
/** Kolada's API v3 bodies: one record a municipality, year and gender. */
export interface KoladaFormat {
  type: 'kolada-v3';
  notation: Notation;
}
/** A json-stat 2.0 dataset: one record a cell of the cube. */
export interface JsonStatFormat {
  type: 'json-stat2';
  notation: Notation;
}
/** A PX (PC-Axis) file: one record a cell of the cube. */
export interface PxFormat {
  type: 'px';
  encoding: Encoding;
  notation: Notation;
}
/** SIE of types 1 to 4: one record a post of the chosen kind. */
export interface SieFormat {
  type: 'sie';
  encoding: Encoding;
  records: SieRecords;
  /** Null for transactions and for balances of years, which have one level. */
  level: SieLevel | null;
  notation: Notation;
}
export type Format =
  CsvFormat | XlsxFormat | JsonFormat | NdjsonFormat | XmlFormat | ParquetFormat | KoladaFormat | JsonStatFormat | PxFormat | SieFormat;
export type FormatType = Format['type'];
export type FormatOf<T extends FormatType> = Extract<Format, { type: T }>;

/** What files write that type their values themselves: a decimal point, nothing else. */
export const PLAIN: Notation = { decimal: '.', thousands: null, minus: 'leading', missing: [] };
