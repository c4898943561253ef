import type { ExtractProfile } from '../../../warehouse/profile.ts';
import type { Column } from '../../../words/source.ts';
import { recordsIn } from '../extract-check.ts';
import type { Nature } from './deviation.ts';

/** A figure of a delivery that is compared with that of those before it. */
export interface Figure extends Nature {
  code: 'anomaly-rows' | 'anomaly-mean' | 'anomaly-empty' | 'anomaly-keys';
  /** The header of the column it is of; empty for the delivery as a whole. */
  column: string;
  value: number;
}

/** So few cells say nothing, and could show what one of them holds. */
const FEW = 10;

/**
 * What is compared of a delivery: its number of records, and of each column that is loaded the mean of its numbers, the
 * share of its cells that are empty, and, where it is a part of a key, how many different values it has.
 */
export function figuresOf(
  counts: { records: number; ignored: number },
  profile: ExtractProfile | null,
  columns: readonly Column[],
): Figure[] {
  const figures: Figure[] = [{ code: 'anomaly-rows', column: '', value: recordsIn(counts), noise: Math.sqrt, share: false }];
  if (profile === null) return figures;
  for (const { name, header } of columns) {
    const column = profile.columns[name];
    if (!column) continue;
    const { filled, sum, distinct } = column;
    if (sum !== null && filled >= FEW)
      figures.push({ code: 'anomaly-mean', column: header, value: Number(sum) / filled, noise: () => 0, share: false });
    if (profile.rows >= FEW)
      figures.push({
        code: 'anomaly-empty',
        column: header,
        value: 1 - filled / profile.rows,
        noise: () => 0.5 / Math.sqrt(profile.rows),
        share: true,
      });
    if (distinct !== null) figures.push({ code: 'anomaly-keys', column: header, value: distinct, noise: Math.sqrt, share: false });
  }
  return figures;
}
