import { brotliCompressSync, constants } from 'node:zlib';
import type { Dictionary, Vector } from 'apache-arrow';
import * as arrow from 'apache-arrow';
import type { Coded, ExploreTable } from '../../dashboards/explore/explore-table.ts';
import type { ExploreFile } from '../contract/explore.ts';
import { EXPLORE_KEY } from '../contract/explore.ts';
import { firstDay } from '../contract/period.ts';
import { SERVED_QUALITY } from '../contract/served-quality.ts';

const MS_PER_DAY = 86_400_000;

/**
 * A metric's cells as an Arrow file, for Utforska: `grain, window, period_start, <dimensions>, value, flag, marks` in the order of
 * the CSV. Texts are dictionaries, no flag and no marks are null, and what the metric is stands in the schema's metadata.
 */
export function exploreFile(table: ExploreTable): Uint8Array {
  // A metric without rows has no members, and still its columns.
  const members = table.metric.dimensions.map((_, position) => table.members[position] ?? { values: [], codes: [] });
  const texts = [table.grain, table.window, ...members];
  const names = ['grain', 'window', ...table.metric.dimensions.map(({ id }) => id)];
  const columns: [string, Vector][] = texts.map((coded, i) => [names[i]!, dictionary(coded, i)]);
  columns.splice(2, 0, ['period_start', days(table)]);
  columns.push(
    ['value', values(table)],
    ['flag', dictionary(table.flag, texts.length)],
    ['marks', dictionary(table.marks, texts.length + 1)],
  );
  // Dimensions are named as the municipality likes, `value` too: fields are listed, not keyed.
  const fields = columns.map(([name, vector]) => new arrow.Field(name, vector.type as arrow.DataType, vector.nullable));
  const schema = new arrow.Schema(fields, new Map([[EXPLORE_KEY, JSON.stringify(table.metric)]]));
  const children = columns.map(([, vector]) => vector.data[0]!);
  const struct = arrow.makeData({ type: new arrow.Struct(fields), length: table.length, nullCount: 0, children });
  return arrow.tableToIPC(new arrow.Table(schema, [new arrow.RecordBatch(schema, struct)]), 'file');
}

/** A metric's Arrow file at `path`, with what a reader is told before it is fetched. */
export const describeFile = (path: string, bytes: Uint8Array): ExploreFile => ({ path, bytes: bytes.length, packed: packedSize(bytes) });

/** How many bytes `serve` sends for a file. */
const packedSize = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: SERVED_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** Ids are given, since Arrow else counts on from the file before, and the same rows would not be the same bytes. */
function dictionary({ values, codes }: Coded, id: number): Vector {
  const type = new arrow.Dictionary(new arrow.Utf8(), indexType(values.length), id);
  const isNull = (row: number): boolean => values[codes[row]!] === '';
  const data = new type.indices.ArrayType(codes);
  const words = arrow.vectorFromArray(values as string[], new arrow.Utf8());
  return arrow.makeVector(
    arrow.makeData({ type: type as Dictionary, length: data.length, ...validity(data.length, isNull), data, dictionary: words }),
  );
}

const indexType = (count: number): arrow.Int8 | arrow.Int16 | arrow.Int32 =>
  count < 2 ** 7 ? new arrow.Int8() : count < 2 ** 15 ? new arrow.Int16() : new arrow.Int32();

function days({ month, length }: ExploreTable): Vector {
  const known = new Map<number, number>();
  const data = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const first = month[row]!;
    let day = known.get(first);
    if (day === undefined) known.set(first, (day = Date.parse(firstDay(first)) / MS_PER_DAY));
    data[row] = day;
  }
  return arrow.makeVector(arrow.makeData({ type: new arrow.DateDay(), length, nullCount: 0, data }));
}

function values({ value, length }: ExploreTable): Vector {
  const isNull = (row: number): boolean => Number.isNaN(value[row]);
  const data = value.map(number => (Number.isNaN(number) ? 0 : number));
  return arrow.makeVector(arrow.makeData({ type: new arrow.Float64(), length, ...validity(length, isNull), data }));
}

function validity(length: number, isNull: (row: number) => boolean): { nullCount: number; nullBitmap?: Uint8Array } {
  // Arrow pads its buffers to eight bytes.
  const bitmap = new Uint8Array(Math.ceil(length / 64) * 8);
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    if (isNull(row)) nullCount++;
    else bitmap[row >> 3]! |= 1 << (row & 7);
  }
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bitmap };
}
