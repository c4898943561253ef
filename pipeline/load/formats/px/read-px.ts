import type { PxFormat } from '../../../words/format.ts';
import { wholeText } from '../../text/whole-text.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { cellCount, checkCells, checkSparse } from '../cube/cube.ts';
import { cubeTeller } from '../cube/cube-teller.ts';
import type { CubeTeller } from '../cube/cube-teller.ts';
import type { FormatReader } from '../format-reader.ts';
import { plainNumber } from '../plain-number.ts';
import { Typed } from '../record-sink.ts';
import { charsetNotice } from './px-charset.ts';
import { pxCube } from './px-cube.ts';
import type { PxCube } from './px-cube.ts';
import { lineAt, pxStatements } from './px-statements.ts';
import { pxTokens } from './px-tokens.ts';

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
/** Nil, and the six signs for missing. */
const SIGN = /^(-|\.{1,6})$/;

/**
 * Reads a PX file (PC-Axis; PX file format 2013, https://www.scb.se/en/services/statistical-programs-for-px-files/px-file-format/)
 * into the sink, one record a cell. Numbers are as the file writes them; DECIMALS is not applied. A sign (`-`, `.` to `......`)
 * is an empty value with the sign as status; what is neither is a text, which no number column takes. Throws BrokenExtract.
 */
export const readPx: FormatReader<PxFormat> = async ({ path }, { encoding }, columns, sink) => {
  const text = await wholeText(path, encoding);
  const { statements, data } = pxStatements(text);
  const charset = charsetNotice(text, statements, encoding);
  if (charset !== null) sink.notice(charset);
  const cube = pxCube(statements);
  const tell = cubeTeller(cube.dimensions, cube.statusLabels, columns, sink);
  if (cube.keys === null) tellAll(text, data, cube, tell);
  else tellKeyed(text, data, cube, cube.keys, tell);
};

function tellCell(place: number, text: string, tell: CubeTeller): void {
  if (SIGN.test(text)) tell(place, null, text);
  else tell(place, NUMBER.test(text) ? new Typed(plainNumber(text)) : text || null, null);
}

/** Every cell is written. */
function tellAll(text: string, data: number, { dimensions }: PxCube, tell: CubeTeller): void {
  const cells = cellCount(dimensions);
  let found = 0;
  for (const token of pxTokens(text, data, 'plain')) if (found++ < cells) tellCell(found - 1, token.text, tell);
  checkCells(cells, found);
}

/**
 * The form with keys: a row names its categories of STUB and has a cell for each column. Rows that are all zero are left out,
 * says the format, so those cells are zero. Only the semicolon says that no row is missing.
 */
function tellKeyed(text: string, data: number, cube: PxCube, keys: NonNullable<PxCube['keys']>, tell: CubeTeller): void {
  const cells = cellCount(cube.dimensions);
  checkSparse(cells);
  const rows = keyedRows(text, data, cube.width, keys);
  for (let place = 0; place < cells; place++) tellCell(place, rows.get(Math.floor(place / cube.width))?.[place % cube.width] ?? '0', tell);
}

function keyedRows(text: string, data: number, width: number, keys: NonNullable<PxCube['keys']>): Map<number, string[]> {
  const rows = new Map<number, string[]>();
  let row: string[] = [];
  let number = 0;
  let key = 0;
  const broken = (at: number): BrokenExtract => new BrokenExtract(fault('px-row', lineAt(text, at)));
  for (const token of pxTokens(text, data, 'keyed')) {
    if (key < keys.length) {
      const place = token.quoted ? keys[key]!.get(token.text) : undefined;
      if (place === undefined) throw broken(token.at);
      number = number * keys[key]!.size + place;
      key++;
    } else {
      if (token.quoted && !SIGN.test(token.text)) throw broken(token.at);
      row.push(token.text);
    }
    if (key < keys.length || row.length < width) continue;
    if (rows.has(number)) throw broken(token.at);
    rows.set(number, row);
    [row, number, key] = [[], 0, 0];
  }
  if (key > 0 || row.length > 0) throw broken(text.length);
  return rows;
}
