import type { ColumnType } from './source.ts';

/** How grave it is if the information is spread, wrong or gone: KLASSA's levels (SKR), from 1 (none) to 4 (serious). */
export interface Klassa {
  confidentiality: 1 | 2 | 3 | 4;
  integrity: 1 | 2 | 3 | 4;
  availability: 1 | 2 | 3 | 4;
}

/** What a source promises of each delivery beyond the types and rules of its columns. */
export interface Contract {
  /** How many records a delivery has, those that are ignored left out. Null on a side without limit. */
  rows: { min: number | null; max: number | null };
  /** The column (its declared name) whose sum the file's trailer says; null where none does. */
  control: string | null;
  /** The largest share of a delivery's records that may be rejected, 0 to 1. Up to `few` rejects are always allowed. */
  max_rejected: { share: number; few: number };
  /** From what share of its cells that are not of its type, above 0 and to 1, a column has another type than declared. Null where that is not asked. */
  retyped: number | null;
  /** How new the newest date in a delivery is: from `within` days before the day it was received to `ahead` days after. */
  newest: { column: string; within: number; ahead: number } | null;
  /** When a delivery differs from those before it: both so many robust deviations and so large a share. Null where that is not asked. */
  anomalies: { z: number; change: number } | null;
}

/** What holds where a source says nothing. */
export const PLAIN_CONTRACT: Contract = {
  rows: { min: null, max: null },
  control: null,
  max_rejected: { share: 0.5, few: 9 },
  retyped: 1,
  newest: null,
  anomalies: { z: 5, change: 0.2 },
};

/** True for numbers whose sum over any extract DuckDB holds exactly: ten digits are left for the number of rows. */
export const addsUp = (type: ColumnType): boolean => type.name === 'integer' || (type.name === 'decimal' && type.precision <= 28);
