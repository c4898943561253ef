import type { JudgedIndicator, TrendFact } from './goals.ts';
import type { Grain } from './period.ts';

/** What is said of one cell of a metric, at its finest grain. */
export interface CellJudgement {
  /** One member a dimension, in the metric's dimension order. */
  members: readonly string[];
  grain: Grain;
  trend: TrendFact | null;
  sentence: string;
}

/** `data/judgements/<metric>.json`: every cell that is judged, in the order of members by bytes. */
export interface JudgementsFile {
  metric: string;
  /** The target that the metric sets for itself, outside any plan (`plan` is empty); null where there is none. */
  own_target: JudgedIndicator | null;
  cells: readonly CellJudgement[];
}
