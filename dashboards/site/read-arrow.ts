import type { Dictionary, Utf8, Vector } from 'apache-arrow';
import { tableFromIPC } from 'apache-arrow';
import { decodeExplore } from '../../pipeline/contract/decode-explore.ts';
import { EXPLORE_KEY } from '../../pipeline/contract/explore.ts';
import { monthOf } from '../../pipeline/contract/period.ts';
import type { Coded, ExploreTable } from '../explore/explore-table.ts';

/** A metric's published cells from its Arrow file. Throws where it is not one that publish wrote. */
export function readArrow(bytes: Uint8Array): ExploreTable {
  const table = tableFromIPC(bytes);
  const metric = decodeExplore(table.schema.metadata.get(EXPLORE_KEY) ?? '');
  const columns = table.schema.fields.map((_, i) => table.getChildAt(i)!);
  const at = 3 + metric.dimensions.length;
  if (columns.length !== at + 3) throw new Error(`${metric.metric}: ${columns.length} columns`);
  return {
    metric,
    length: table.numRows,
    grain: coded(columns[0]!),
    window: coded(columns[1]!),
    month: months(columns[2]!),
    members: columns.slice(3, at).map(coded),
    value: numbers(columns[at]!),
    flag: coded(columns[at + 1]!),
    marks: coded(columns[at + 2]!),
  };
}

/** Dictionary columns as they are in the file; null is the empty text. Publish writes one batch. */
function coded(column: Vector): Coded {
  const data = (column as Vector<Dictionary<Utf8>>).data[0];
  if (data === undefined) return { values: [], codes: [] };
  const values = [...data.dictionary!].map(value => value ?? '');
  if (data.nullCount === 0 || values.includes('')) return { values, codes: data.values };
  const codes = Int32Array.from(data.values, (code, row) => (data.getValid(row) ? code : values.length));
  return { values: [...values, ''], codes };
}

/** Days since 1970 as months, each day made out once. */
function months(column: Vector): Int32Array {
  const days = (column.data[0]?.values ?? new Int32Array()) as Int32Array;
  const known = new Map<number, number>();
  return days.map(day => {
    let month = known.get(day);
    if (month === undefined) known.set(day, (month = monthOf(new Date(day * 86_400_000).toISOString())));
    return month;
  });
}

function numbers(column: Vector): Float64Array {
  const data = column.data[0];
  if (data === undefined) return new Float64Array();
  const values = data.values as Float64Array;
  return data.nullCount === 0 ? values : values.map((value, row) => (data.getValid(row) ? value : NaN));
}
