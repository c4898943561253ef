import { isSettled, keyOf, sortMarks, type Observation } from '../contract/observation.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { EarlierTree } from '../words/stages.ts';

/** Differences up to this are rounding noise, not revisions. */
const TOLERANCE = 1e-6;

/** Marks the settled rows that differ from what the latest follow-up in which they were settled said. `followUps`: earliest first. */
export async function markRevised(
  declaration: MetricDeclaration,
  observations: readonly Observation[],
  followUps: readonly EarlierTree[],
): Promise<Observation[]> {
  const reported = new Map<string, number>();
  for (const tree of followUps)
    for (const row of (await tree.observations(declaration.id)) ?? [])
      if (isSettled(row, declaration.accept_gaps) && row.value !== null) reported.set(keyOf(row), row.value);
  if (reported.size === 0) return [...observations];
  return observations.map(row => {
    if (row.value === null || !isSettled(row, declaration.accept_gaps)) return row;
    const was = reported.get(keyOf(row));
    if (was === undefined) return row;
    return Math.abs(row.value - was) > TOLERANCE ? { ...row, marks: sortMarks([...row.marks, 'revised']) } : row;
  });
}
