import type { JudgedGoal, JudgedIndicator, JudgedPlan, PublishedTarget } from '../contract/goals.ts';
import { formatDay, formatPeriod } from '../contract/format-day.ts';
import { formatNumber } from '../contract/format-number.ts';
import type { HierarchyNode } from '../contract/manifest.ts';
import { isSettled, keyOf } from '../contract/observation.ts';
import type { Change, Standing } from '../contract/site.ts';
import { unitLabel } from '../contract/unit-label.ts';
import type { Municipality } from '../words/project.ts';
import type { EarlierTree, ProtectedMetric } from '../words/stages.ts';

type Judged = JudgedGoal | JudgedIndicator;

/** Every goal and indicator of a plan by kind and id, outermost first. */
function standings(plans: readonly JudgedPlan[]): Map<string, Judged> {
  const found = new Map<string, Judged>();
  const visit = (goal: JudgedGoal) => {
    for (const part of [goal, ...goal.indicators]) found.set(`${part.plan}|${part.kind}|${part.id}`, part);
    goal.goals.forEach(visit);
  };
  for (const plan of plans) plan.goals.forEach(visit);
  return found;
}

/** What differs from an earlier tree of the same audience: statuses, targets, settled figures. */
export async function changesSince(
  earlier: EarlierTree,
  plans: readonly JudgedPlan[],
  metrics: readonly ProtectedMetric[],
  municipality: Municipality,
  nodes: readonly HierarchyNode[],
): Promise<Change[]> {
  const before = standings(earlier.plans);
  const changes: Change[] = [];
  for (const [key, now] of standings(plans)) {
    const was = before.get(key);
    if (!was) continue;
    if (was.status !== now.status || was.rests_on !== now.rests_on)
      changes.push({
        type: 'status',
        kind: now.kind,
        plan: now.plan,
        id: now.id,
        name: nameOf(now, nodes),
        from: standing(was),
        to: standing(now),
        sentence: now.sentence,
      });
    const target = changedTarget(was, now, metrics, nodes);
    if (target) changes.push(target);
  }
  for (const metric of metrics) changes.push(...(await revisedFigures(earlier, metric, municipality)));
  return changes;
}

/** An indicator of a metric is named with its unit: several may be about one metric. */
function nameOf(judged: Judged, nodes: readonly HierarchyNode[]): string {
  if (judged.kind === 'goal' || judged.metric === null || judged.place === '*') return judged.name;
  const unit = nodes.find(node => node.id === judged.place)?.name;
  return unit === undefined ? judged.name : `${judged.name}, ${unit}`;
}

const standing = ({ status, rests_on }: Judged): Standing => ({ status, rests_on });

function changedTarget(was: Judged, now: Judged, metrics: readonly ProtectedMetric[], nodes: readonly HierarchyNode[]): Change | null {
  if (was.kind !== 'indicator' || now.kind !== 'indicator' || JSON.stringify(was.target) === JSON.stringify(now.target)) return null;
  const decimals = metrics.find(m => m.declaration.id === now.metric)?.declaration.decimals ?? 0;
  const { by, date, paragraph } = now.decided;
  return {
    type: 'target',
    plan: now.plan,
    id: now.id,
    name: nameOf(now, nodes),
    from: targetText(was.target, decimals),
    to: targetText(now.target, decimals),
    decision: `${by}, ${formatDay(date)}, ${paragraph}`,
  };
}

function targetText(target: PublishedTarget, decimals: number): string {
  switch (target.type) {
    case 'at-most':
      return `högst ${target.limit === null ? target.metric : formatNumber(target.limit, decimals)}`;
    case 'at-least':
      return `minst ${target.limit === null ? target.metric : formatNumber(target.limit, decimals)}`;
    case 'between':
      return `${formatNumber(target.low, decimals)}–${formatNumber(target.high, decimals)}`;
    case 'better-than-last-year':
      return 'bättre än året före';
    case 'better-than-group':
      return `bättre än ${target.group_name}`;
    case 'milestone':
      return 'genomfört';
    case 'none':
      return 'inget målvärde';
  }
}

/** Revised figures for the whole, at the finest grain, that the earlier tree gave as settled and that print otherwise now. */
async function revisedFigures(earlier: EarlierTree, metric: ProtectedMetric, municipality: Municipality): Promise<Change[]> {
  const { declaration: d } = metric;
  const revised = metric.observations.filter(
    o => o.marks.includes('revised') && o.window === 'period' && o.grain === d.finest && o.members.every(m => m === '*'),
  );
  if (revised.length === 0) return [];
  const reported = new Map(((await earlier.observations(d.id)) ?? []).map(row => [keyOf(row), row]));
  const unit = unitLabel(d.unit, municipality.units_of_measure);
  return revised.flatMap((row): Change[] => {
    const was = reported.get(keyOf(row));
    if (!was || was.value === null || !isSettled(was, d.accept_gaps)) return [];
    const [from, to] = [formatNumber(was.value, d.decimals), formatNumber(row.value!, d.decimals)];
    if (from === to) return [];
    return [
      {
        type: 'revised',
        metric: d.id,
        name: d.name,
        place: 'Hela kommunen',
        period: formatPeriod(row.grain, row.period_start),
        from,
        to: `${to} ${unit}`.trim(),
      },
    ];
  });
}
