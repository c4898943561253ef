import type { Observation } from '../../contract/observation.ts';
import { monthOf } from '../../contract/period.ts';
import { valueOf } from '../../words/value-rule.ts';
import { exactSum } from '../exact-sum.ts';
import type { Judging } from '../judging.ts';
import type { MetricCells } from '../metric-cells.ts';
import type { Numbers } from './history.ts';
import type { Move } from './moves.ts';

/**
 * A cell's periods in the organisation of its latest one: before a unit came, its own figures are added; before one left,
 * they are taken away. Null where they cannot be: a unit's figures are hidden or unknown to this audience, or it moved
 * within the period.
 */
export function restating(judging: Judging, metric: MetricCells, members: readonly string[]): (row: Observation) => Numbers | null {
  const moves = metric.declaration.dimensions.flatMap((dimension, at): Moved[] =>
    (judging.moves.get(dimension) ?? [])
      .filter(move => move.before.has(members[at]!) !== move.after.has(members[at]!))
      .map(move => ({ ...move, members: members.with(at, move.node), sign: move.after.has(members[at]!) ? '' : '-' })),
  );
  if (moves.length === 0) return row => row;
  return row => restate(metric, row, moves);
}

type Moved = Move & { members: readonly string[]; sign: '' | '-' };

function restate(metric: MetricCells, row: Observation, moves: readonly Moved[]): Numbers | null {
  const month = monthOf(row.period_start);
  const later = moves.filter(move => month < move.from);
  if (later.length === 0) return row;
  if (later.some(move => monthOf(row.period_end) > move.until)) return null;
  const pieces: { row: Observation; sign: '' | '-' }[] = [{ row, sign: '' }];
  for (const { members, sign } of later) {
    const of = metric.row({ grain: row.grain, window: 'period', period_start: row.period_start, members });
    // Before a unit was there it had nothing to bring.
    if (of === null) continue;
    if (of.value === null) return null;
    pieces.push({ row: of, sign });
  }
  const total = (pick: (of: Observation) => string | null) => exactSum(pieces.map(({ row: of, sign }) => signed(pick(of), sign)));
  if (row.numerator === null || row.denominator === null) {
    return { value: Number(total(of => String(of.value))), numerator: null, denominator: null };
  }
  const numerator = total(of => of.numerator);
  // The denominator of a mean over time counts periods, which are the same however many units there are.
  const denominator = metric.declaration.over_time === 'mean' ? row.denominator : total(of => of.denominator);
  return { value: valueOf(metric.declaration.per, numerator, denominator), numerator, denominator };
}

const signed = (decimal: string | null, sign: '' | '-'): string =>
  sign === '' ? decimal! : decimal!.startsWith('-') ? decimal!.slice(1) : `-${decimal!}`;
