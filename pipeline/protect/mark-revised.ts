import { isRevision } from '../contract/is-revision.ts';
import { isSettled, keyOf, sortMarks, type Observation, type Revision } from '../contract/observation.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { EarlierTree } from '../words/stages.ts';

/**
 * Marks the settled rows that differ from what the latest follow-up in which they were settled said, and tells what that was.
 * `followUps`: earliest first; only what this audience's trees of them say.
 */
export async function markRevised(
  declaration: MetricDeclaration,
  observations: readonly Observation[],
  followUps: readonly EarlierTree[],
): Promise<{ observations: Observation[]; revisions: Revision[] }> {
  const reported = new Map<string, { was: number; follow_up: string }>();
  for (const { follow_up, observations: read } of followUps)
    for (const row of (await read(declaration.id)) ?? [])
      if (isSettled(row, declaration.accept_gaps) && row.value !== null)
        reported.set(keyOf(row), { was: row.value, follow_up: follow_up! });
  const revisions: Revision[] = [];
  if (reported.size === 0) return { observations: [...observations], revisions };
  const marked = observations.map(row => {
    if (row.value === null || !isSettled(row, declaration.accept_gaps)) return row;
    const said = reported.get(keyOf(row));
    if (said === undefined || !isRevision(said.was, row.value)) return row;
    const { grain, window, period_start, members } = row;
    revisions.push({ grain, window, period_start, members, ...said });
    return { ...row, marks: sortMarks([...row.marks, 'revised']) };
  });
  return { observations: marked, revisions };
}
