import { PLAIN } from '../../words/format.ts';
import type { Notation } from '../../words/format.ts';
import type { Column, SourceDeclaration } from '../../words/source.ts';
import { fault } from '../formats/broken-extract.ts';
import type { Fault } from '../formats/broken-extract.ts';
import { textOf, Typed } from '../formats/record-sink.ts';
import type { Cell } from '../formats/record-sink.ts';
import { decimalParser, integerParser } from '../values/number-parsers.ts';
import { parserOf, typedParserOf } from '../values/parse-value.ts';
import type { ReadingContext } from '../values/check-row.ts';
import { recordsIn, stop } from './extract-check.ts';
import type { ExtractCheck, InspectedExtract } from './extract-check.ts';

/** What the control column holds in records that were rejected: the sender's sum is of them too. `sum` is times 10^scale. */
export interface RejectedAmounts {
  sum: bigint;
  /** Records of which the amount could not be read. */
  unread: number;
}

/** Adds up the control column of rejected records; null for a record whose cells cannot be told apart. */
export function addAmounts(
  source: Pick<SourceDeclaration, 'columns' | 'contract' | 'format'>,
  { timeZone }: Pick<ReadingContext, 'timeZone'>,
): {
  amounts: RejectedAmounts;
  add(cells: readonly Cell[] | null): void;
} {
  const amounts: RejectedAmounts = { sum: 0n, unread: 0 };
  const index = source.columns.findIndex(({ name }) => name === source.contract.control);
  if (index === -1) return { amounts, add: () => undefined };
  const column = source.columns[index]!;
  const { notation } = source.format;
  const parse = parserOf(column, notation, timeZone);
  const parseTyped = typedParserOf(column, timeZone);
  /** What stands for no value adds nothing. */
  const empty = new Set([...Object.keys(column.marks), ...notation.missing]);
  return {
    amounts,
    add(cells) {
      const cell = cells?.[index];
      if (cell === null || (cell !== undefined && empty.has(textOf(cell)))) return;
      const value = cell instanceof Typed ? parseTyped(cell.text) : typeof cell === 'string' ? parse(cell) : undefined;
      if (typeof value === 'bigint') amounts.sum += value;
      else amounts.unread++;
    },
  };
}

/**
 * A file whose sender says its totals has them: one trailer, with as many records (those that are ignored left out), and
 * the same sum of the control column to the last decimal, over loaded and rejected records. A file without its trailer was
 * cut short; one with two is two files.
 */
export const controlTotal: ExtractCheck = (source, extract) => {
  if (!('layout' in source.format) || source.format.layout.trailer === null) return [];
  const [trailer, second] = extract.reading.trailers;
  if (!trailer) return [stop(fault('trailer-missing', null))];
  if (second) return [stop(fault('trailer-twice', second.line))];
  return [...heldRows(source, extract, trailer.rows, trailer.line), ...heldSum(source, extract, trailer.sum, trailer.line)].map(stop);
};

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

function heldRows({ format }: SourceDeclaration, { reading }: InspectedExtract, written: string | undefined, line: number): Fault[] {
  if (written === undefined) return [];
  const expected = integerParser(format.notation, null)(withoutSpaces(written));
  if (expected === undefined) return [fault('trailer-unread', line)];
  const found = recordsIn(reading);
  return BigInt(found) === expected ? [] : [fault('control-rows', line, { found, expected: Number(expected) })];
}

function heldSum(source: SourceDeclaration, { reading, profile }: InspectedExtract, written: string | undefined, line: number): Fault[] {
  const column = source.columns.find(({ name }) => name === source.contract.control);
  if (written === undefined || !column) return [];
  const { notation } = source.format;
  const said = withoutSpaces(written);
  const scale = Math.max(scaleOf(column), said.split(notation.decimal)[1]?.length ?? 0);
  const expected = times10(said, scale, notation, column.unit);
  if (expected === undefined) return [fault('trailer-unread', line)];
  const { sum, unread } = reading.rejected;
  const found = times10(profile.columns[column.name]!.sum ?? '0', scale, PLAIN, null)! + sum * 10n ** BigInt(scale - scaleOf(column));
  if (found === expected && unread === 0) return [];
  return [
    fault('control-sum', line, { column: column.header, found: decimalText(found, scale), expected: decimalText(expected, scale), unread }),
  ];
}

const scaleOf = ({ type }: Column): number => (type.name === 'decimal' ? type.scale : 0);

/** A decimal text times 10^scale, exactly; undefined where it is none. */
const times10 = (text: string, scale: number, notation: Notation, unit: string | null): bigint | undefined =>
  decimalParser({ precision: 38 + scale, scale }, notation, unit)(text);

function decimalText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}
