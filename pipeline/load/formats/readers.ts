import type { Format, FormatOf, FormatType } from '../../words/format.ts';
import { readCsv } from './csv/read-csv.ts';
import type { FormatReader } from './format-reader.ts';
import { readJson } from './json/read-json.ts';
import { readJsonStat } from './json-stat/read-json-stat.ts';
import { readPx } from './px/read-px.ts';
import { readNdjson } from './json/read-ndjson.ts';
import { readParquet } from './parquet/read-parquet.ts';
import { readXml } from './xml/read-xml.ts';
import { readSie } from './sie/read-sie.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

const READERS: { [T in FormatType]: FormatReader<FormatOf<T>> } = {
  csv: readCsv,
  xlsx: readXlsx,
  json: readJson,
  ndjson: readNdjson,
  xml: readXml,
  parquet: readParquet,
  'kolada-v3': readJson,
  'json-stat2': readJsonStat,
  px: readPx,
  sie: readSie,
};

/** The reader of a declared format. */
export const readerOf = (format: Format): FormatReader<Format> => READERS[format.type] as FormatReader<Format>;
