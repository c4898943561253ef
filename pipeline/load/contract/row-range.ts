import { fault } from '../formats/broken-extract.ts';
import { recordsIn, stop } from './extract-check.ts';
import type { ExtractCheck } from './extract-check.ts';

/** A delivery has as many records as its source declares. */
export const rowRange: ExtractCheck = ({ contract: { rows } }, { reading }) => {
  const found = recordsIn(reading);
  if ((rows.min === null || found >= rows.min) && (rows.max === null || found <= rows.max)) return [];
  return [stop(fault('row-range', null, { rows: found, min: rows.min ?? '', max: rows.max ?? '' }))];
};
