import type { Format, FormatOf, FormatType } from '../../words/format.ts';
import { readCsv } from './csv/read-csv.ts';
import type { FormatReader } from './format-reader.ts';
import { readJson } from './json/read-json.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

const READERS: { [T in FormatType]: FormatReader<FormatOf<T>> } = {
  csv: readCsv,
  xlsx: readXlsx,
  json: readJson,
  'kolada-v3': readJson,
};

/** The reader of a declared format. */
export const readerOf = (format: Format): FormatReader<Format> => READERS[format.type] as FormatReader<Format>;
