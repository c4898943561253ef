export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15' | 'cp437' | 'cp850' | 'cp865';

/** How values are written where a file gives them as text. A value that the file itself types (a JSON or XLSX number) is plain. */
export interface Notation {
  decimal: ',' | '.';
  /** Between groups of three digits; `space` is any of space, no-break space and thin space. Null where there is none. */
  thousands: 'space' | '.' | ',' | null;
  /** Texts that mean that a value is missing, in every column that is not text: they are empty cells. */
  missing: readonly string[];
}

/** Which of a file's lines or rows are no records. All of them count as ignored, except the header. */
export interface Layout {
  /** Lines before the header. */
  preamble: number;
  /** Rows that the header takes. With two, a column is called by both, ` / ` between; an empty cell of the first repeats the one before. */
  header: 1 | 2;
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
export interface JsonFormat {
  type: 'json';
  /** The key path of the array that holds the records (`a.b`); empty where the document is the array. */
  records: string;
  notation: Notation;
}
/** Kolada's API v3 bodies: one record a municipality, year and gender. */
export interface KoladaFormat {
  type: 'kolada-v3';
  notation: Notation;
}
export type Format = CsvFormat | JsonFormat | KoladaFormat;
export type FormatType = Format['type'];
export type FormatOf<T extends FormatType> = Extract<Format, { type: T }>;

/** What files write that type their values themselves: a decimal point, nothing else. */
export const PLAIN: Notation = { decimal: '.', thousands: null, missing: [] };
