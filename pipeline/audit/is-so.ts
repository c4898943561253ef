import type { RowKey } from './system/figure.ts';
import type { Measured } from './tree/measured-by.ts';

/**
 * Says whether a hidden number is what readers of several editions would work it out to be, in these columns of its row: where what an earlier edition showed has
 * been corrected since, it is not, and they are told nothing. For whoever knows what is hidden.
 */
export type IsSo = (row: RowKey, columns: readonly Measured['column'][], value: number) => boolean;
