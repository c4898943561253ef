import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { RevisedWords } from '#texts/revised.ts';
import type { DrillView } from './drill-view.ts';
import type { SeriesCell } from './series-model.ts';

/** A revised figure in words; null where it is not revised, or prints as it was reported. */
export function revisedCell({ value, revised }: SeriesCell, { setup: { unit, followUps } }: DrillView): RevisedWords | null {
  if (value === null || revised === null) return null;
  const [was, now] = [formatNumber(revised.was, unit.decimals), formatNumber(value, unit.decimals)];
  return was === now ? null : { was, now, followUp: followUps[revised.followUp]!, causes: revised.causes };
}
