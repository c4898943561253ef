import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BrokenExtract } from '../load/formats/broken-extract.ts';
import type { ExtractFile } from '../load/formats/format-reader.ts';
import { NotDraftable } from './draft.ts';
import type { DraftFormat } from './draft.ts';
import { draftCsv } from './formats/draft-csv.ts';
import { draftJson, draftNdjson, isNdjson } from './formats/draft-json.ts';
import { draftParquet } from './formats/draft-parquet.ts';
import { draftPx } from './formats/draft-px.ts';
import { draftSie } from './formats/draft-sie.ts';
import { draftXlsx } from './formats/draft-xlsx.ts';
import { draftXml } from './formats/draft-xml.ts';
import { readTable, textColumn } from './read-table.ts';
import type { Table } from './read-table.ts';
import { guessEncoding } from './recognise/guess-encoding.ts';
import type { EncodingGuess } from './recognise/guess-encoding.ts';
import { recogniseFormat } from './recognise/recognise-format.ts';
import { sampleLines, WHOLE } from './recognise/sample-lines.ts';

interface Drafted {
  format: DraftFormat;
  table: Table;
}

/** Characters: YAML takes no longer key on one line. */
const LONGEST_HEADER = 1000;

/** Finds out a file's format, and reads its records as text. `folder` is for parts of large files. */
export async function draftTable(file: ExtractFile, folder: string): Promise<Drafted> {
  const type = await recogniseFormat(file.path);
  switch (type) {
    case 'csv':
      return csvTable(file, folder);
    case 'json':
      return read(file, (await isNdjson(file.path)) ? await draftNdjson(file.path) : await draftJson(file.path));
    case 'xlsx':
      return read(file, await draftXlsx(file.path));
    case 'xml':
      return read(file, await draftXml(file.path));
    case 'parquet':
      return read(file, await draftParquet(file.path, file.warehouse));
    case 'px':
      return read(file, await draftPx(file.path));
    case 'sie':
      return read(file, await draftSie(file));
    default:
      throw new NotDraftable(`${type} is not drafted`);
  }
}

/** The encoding is that of the whole file; of a large one the rest is seen in parts of it. */
async function csvTable(file: ExtractFile, folder: string): Promise<Drafted> {
  const known = await guessEncoding(file.path);
  if ((await stat(file.path)).size <= WHOLE) return read(file, await draftCsv(file.path, known));
  if (known.encoding.startsWith('utf-16')) throw new NotDraftable('it is larger than 32 MB in UTF-16: draft from a part of it');
  const path = join(folder, 'sample');
  try {
    await sampleLines(file.path, path);
    return await sampled({ ...file, path }, known);
  } catch (error) {
    // A piece may have begun within a quoted cell.
    if (!(error instanceof BrokenExtract)) throw error;
    await sampleLines(file.path, path, 0);
    return sampled({ ...file, path }, known);
  }
}

async function sampled(file: ExtractFile, known: EncodingGuess): Promise<Drafted> {
  const drafted = await read(file, await draftCsv(file.path, known));
  return { ...drafted, table: { ...drafted.table, whole: false } };
}

/** Reads what can be declared: headers that stand once, and are short enough to be written. */
async function read(file: ExtractFile, format: DraftFormat): Promise<Drafted> {
  const twice = format.headers.filter((header, i) => format.headers.indexOf(header) < i);
  const headers = format.headers.filter(header => !twice.includes(header) && header.trim() !== '' && header.length <= LONGEST_HEADER);
  if (headers.length === 0) throw new NotDraftable('it has no columns that can be told apart');
  const left = twice.length === 0 ? [] : [`left out, since they stand twice: ${[...new Set(twice)].join(', ')}`];
  const table = await readTable(file, format.format, headers.map(textColumn));
  return { format: { ...format, headers, notes: [...format.notes, ...left] }, table };
}
