import type { JudgedIndicator } from '../../contract/goals.ts';
import { isSettled } from '../../contract/observation.ts';
import { monthOf, type Day, type Month } from '../../contract/period.ts';
import type { LeftOutPoint, Signals } from '../../contract/signals.ts';
import type { Desired } from '../../contract/status.ts';
import type { Direction } from '../../spc/point-type.ts';
import { finestSize, type MetricCells } from '../metric-cells.ts';
import { whyUnsettled } from '../unsettled.ts';
import { rebasesOf } from './rebases.ts';
import { judgeStretch, type Stretch } from './segments.ts';
import { targetAssurance } from './target-assurance.ts';

/**
 * What stands out from a cell's usual variation: limits between declared changes, each period's special cause, and what usual
 * variation means for the targets of `indicators`, which are about the cell. From the settled rows of one `period` at the finest
 * grain that ended before `asOf`; the rest are left out, and named. `isGrowing` says that the metric grows through a year.
 */
export function cellSignals(
  metric: MetricCells,
  members: readonly string[],
  asOf: Day,
  indicators: readonly JudgedIndicator[],
  isGrowing: boolean,
): Signals {
  const { declaration } = metric;
  const leftOut: LeftOutPoint[] = [];
  const values = new Map<Month, number>();
  for (const row of metric.finestRows(members)) {
    if (row.period_end >= asOf) continue;
    if (row.value !== null && isSettled(row, declaration.accept_gaps)) values.set(monthOf(row.period_start), row.value);
    else leftOut.push({ period_start: row.period_start, reason: whyUnsettled(row, declaration.accept_gaps) });
  }
  const judged = stretches(metric, members, values).map(stretch =>
    judgeStretch(stretch, finestSize(metric), DIRECTION[declaration.desired]),
  );
  const segments = judged.flatMap(({ segment }) => segment ?? []);
  const latest = judged.at(-1)?.segment ?? null;
  return {
    reason: segments.length === 0 ? 'too-few-points' : null,
    segments,
    points: judged.flatMap(({ points }) => points),
    left_out: [...leftOut, ...judged.flatMap(({ leftOut: short }) => short)].sort((a, b) => (a.period_start < b.period_start ? -1 : 1)),
    assurance: latest === null ? [] : indicators.flatMap(one => targetAssurance(one, latest, metric.finest, isGrowing)),
  };
}

const DIRECTION: Readonly<Record<Desired, Direction>> = { higher: 'increase', lower: 'decrease', target: 'neutral', none: 'neutral' };

/** The settled values, parted where a change was declared. */
function stretches(metric: MetricCells, members: readonly string[], values: ReadonlyMap<Month, number>): Stretch[] {
  const rebases = rebasesOf(metric.declaration, members);
  const starts = [{ from: -Infinity, reason: null, redefined: false }, ...rebases.map(one => ({ ...one, from: monthOf(one.from) }))];
  return starts
    .map(({ from, reason, redefined }, i) => {
      const until = starts[i + 1]?.from ?? Infinity;
      return { values: new Map([...values].filter(([month]) => month >= from && month < until)), reason, redefined };
    })
    .filter(({ values: own }) => own.size > 0);
}
