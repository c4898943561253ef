import type { Aggregate } from '../words/metric.ts';
import { fractionOf, howMade } from './aggregates.ts';
import type { Unit } from './coverage.ts';
import { Multiset } from './multiset.ts';
import type { ValueCounts } from './value-counts.ts';
import { Values } from './values.ts';

/** What is slid over. */
export interface Sliding {
  counts: ValueCounts;
  /** The finest periods that were counted. */
  units: readonly Unit[];
  readSets: readonly (readonly Unit[])[];
  /** By cell, the atoms it is made of. */
  atomsOf: readonly (readonly number[])[];
}

/**
 * Medians, quantiles and distinct counts for every cell and read set: a window of values moves from one read set to the
 * next, and takes in and lets go only what differs between the two. So a year that rolls on by a month costs two months.
 */
export function slide({ counts, units, readSets, atomsOf }: Sliding, aggregates: readonly Aggregate[]): Values[] {
  const places = new Map(units.map((unit, i) => [unit, i]));
  const moves = movesBetween(readSets.map(set => set.map(unit => places.get(unit)!).filter(place => place !== undefined)));
  const results = aggregates.map(() => new Values({ readSets: readSets.length, cells: atomsOf.length }));
  const window = new Multiset(counts.distinct);
  const take = (atoms: readonly number[], periods: readonly number[], sign: 1 | -1): void => {
    for (const atom of atoms)
      for (const period of periods) {
        const bucket = atom * units.length + period;
        for (let i = counts.starts[bucket]!; i < counts.starts[bucket + 1]!; i++) window.add(counts.numbers[i]!, sign * counts.counts[i]!);
      }
  };
  for (const [cell, atoms] of atomsOf.entries()) {
    for (const [set, { enter, leave }] of moves.entries()) {
      take(atoms, leave, -1);
      take(atoms, enter, 1);
      if (window.total === 0) continue;
      for (const [i, aggregate] of aggregates.entries()) results[i]!.set(set, cell, String(valueOf(aggregate, window, counts.values)));
    }
    take(atoms, moves.at(-1)?.all ?? [], -1);
  }
  return results;
}

/** Which periods to take in and let go, from each list to the next. */
function movesBetween(lists: readonly (readonly number[])[]): { enter: number[]; leave: number[]; all: readonly number[] }[] {
  return lists.map((all, i) => {
    const before = lists[i - 1] ?? [];
    const [has, had] = [new Set(all), new Set(before)];
    return { enter: all.filter(period => !had.has(period)), leave: before.filter(period => !has.has(period)), all };
  });
}

/** `values` are those of the window's numbers; there is at least one. A quantile lies between two values as DuckDB's `quantile_cont` has it. */
function valueOf(aggregate: Aggregate, window: Multiset, values: Float64Array | null): number {
  if (howMade(aggregate) === 'told-apart') return window.distinct;
  const position = (window.total - 1) * fractionOf(aggregate);
  const [low, high] = [Math.floor(position), Math.ceil(position)];
  const below = values![window.atRank(low)]!;
  if (low === high) return below;
  const above = values![window.atRank(high)]!;
  return below * (1 - (position - low)) + above * (position - low);
}
