import { isSettled, keyOf, sortMarks, type Observation } from '../contract/observation.ts';
import type { MeasuredMetric, ProtectedMetric } from '../words/stages.ts';

/**
 * A held metric shows the rows that were settled in the audience's tree of the edition before, marked held; every other
 * key is missing. Nothing of what was measured now is shown. `before`: what may be shown once more.
 */
export function holdRows(
  metric: MeasuredMetric,
  before: readonly Observation[] | null,
): Pick<ProtectedMetric, 'observations' | 'parts' | 'comparisons'> {
  const { accept_gaps: acceptGaps, dimensions } = metric.declaration;
  // Rows of other dimensions than today's are of another metric by the same id.
  const ofToday = (before ?? []).filter(row => row.members.length === dimensions.length);
  const kept = new Map(ofToday.filter(row => wasSettled(row, acceptGaps)).map(row => [keyOf(row), row]));
  const gone = metric.observations
    .filter(row => !kept.has(keyOf(row)))
    .map((row): Observation => ({
      ...row,
      value: null,
      numerator: null,
      denominator: null,
      population: null,
      flag: 'missing',
      marks: withHeld(row),
    }));
  return { observations: [...[...kept.values()].map(row => ({ ...row, marks: withHeld(row) })), ...gone], parts: [], comparisons: [] };
}

/** A row that was already held was settled before it was held. */
const wasSettled = (row: Observation, acceptGaps: boolean): boolean =>
  isSettled({ flag: row.flag, marks: row.marks.filter(mark => mark !== 'held') }, acceptGaps);

const withHeld = (row: Observation) => sortMarks([...row.marks, 'held']);
