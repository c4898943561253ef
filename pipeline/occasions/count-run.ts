import type { JudgedGoal } from '../contract/goals.ts';
import { totalsOf } from '../words/delivery-totals.ts';
import type { RunCounts } from '../words/run.ts';
import type { RenderInput } from '../words/stages.ts';

/** What a run was about: the extracts' records, and what the internal audience sees, who sees most. Pages are counted when they are made. */
export function countRun(inputs: readonly RenderInput[]): Omit<RunCounts, 'pages'> {
  const { loaded, cells, judged } = inputs.find(input => input.cells.audience === 'internal')!;
  const totals = loaded.sources.map(source => totalsOf(source.deliveries));
  const sum = (key: 'records' | 'loaded' | 'rejected' | 'ignored') => totals.reduce((n, counts) => n + counts[key], 0);
  const goals = (list: readonly JudgedGoal[]): number => list.reduce((n, goal) => n + 1 + goals(goal.goals), 0);
  return {
    records: sum('records'),
    loaded: sum('loaded'),
    rejected: sum('rejected'),
    ignored: sum('ignored'),
    metrics: cells.metrics.length,
    goals: judged.plans.reduce((n, plan) => n + goals(plan.goals), 0),
    observations: cells.metrics.reduce((n, metric) => n + metric.observations.length, 0),
  };
}
