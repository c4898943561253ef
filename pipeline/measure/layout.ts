import type { Aggregate, MetricDeclaration } from '../words/metric.ts';
import { groupBy } from '../words/group-by.ts';
import type { Dimension } from '../words/project.ts';
import { createCells, type CellKey } from './cells.ts';
import { rowCoverage, sourceCoverage, type MetricCoverage, type Unit } from './coverage.ts';
import { aggregatesOf, ALL_ROWS, keyOf, type FactsPlan } from './facts-plan.ts';
import { standing } from './facts-table.ts';
import type { FactsContext } from './measure-facts.ts';
import { createReadSets, readSetsOf, type ReadSets } from './read-sets.ts';
import { slide } from './slide.ts';
import { rollUp, rowsInAtoms } from './sums.ts';
import { readValueCounts } from './value-counts.ts';
import type { Values } from './values.ts';
import { windowsOf, type WindowOf } from './windows.ts';

/** Metrics of a group with the same dimensions, breakdowns and coverage: the same cells, read in the same periods. */
export interface Layout {
  metrics: readonly MetricDeclaration[];
  dimensions: readonly Dimension[];
  coverage: MetricCoverage;
  /** The covered finest periods that have facts. */
  covered: readonly Unit[];
  windows: ReadonlyMap<MetricDeclaration, readonly WindowOf[]>;
  readSets: ReadSets;
}

/** What was computed for a layout: each aggregate of its metrics, for every cell and read set. */
export interface LayoutValues {
  cells: readonly CellKey[];
  /** By cell, the atoms it is made of; and where each atom stands in each dimension. */
  atomsOf: readonly (readonly number[])[];
  standings: readonly (readonly string[])[];
  /** By atom, the finest periods that it has facts in. */
  unitsOf: readonly (readonly Unit[])[];
  /** How many covered facts are in the atoms. */
  rowsInAtoms: number;
  /** Of all facts, whatever a metric reads of them. */
  facts: Values;
  of(aggregate: Aggregate): Values;
}

/** The layouts of a group. `units`: the finest periods that have facts. */
export function layoutsOf(group: readonly MetricDeclaration[], units: readonly Unit[], context: FactsContext): Layout[] {
  const byCells = groupBy(group, ({ dimensions, breakdowns, covers_rows }) => JSON.stringify([dimensions, breakdowns, covers_rows]));
  return [...byCells.values()].map(metrics => {
    const first = metrics[0]!;
    const coverage = first.covers_rows ? rowCoverage(first, units) : sourceCoverage(first, context.sources, units, context.asOf);
    const windows = new Map(metrics.map(metric => [metric, windowsOf(metric, coverage, context.asOf)]));
    return {
      metrics,
      dimensions: first.dimensions.map(id => context.dimensions.find(d => d.id === id)!),
      coverage,
      covered: units.filter(coverage.covered),
      windows,
      readSets: readSetsOf([...windows.values()].flat()),
    };
  });
}

/** Computes a layout from the sums and value counts of its group. */
export async function computeLayout(layout: Layout, plan: FactsPlan, context: FactsContext): Promise<LayoutValues> {
  const { warehouse, trees } = context;
  const { dimensions, covered, readSets, metrics } = layout;
  const standings = dimensions.map(d => standing(d.id));
  const { cells, atoms, atomsOf, unitsOf } = await createCells(warehouse, dimensions, metrics[0]!.breakdowns, trees, covered);
  await createReadSets(warehouse, readSets);
  const asked = new Set([ALL_ROWS, ...metrics.flatMap(aggregatesOf)].map(keyOf));
  const isAsked = (aggregate: Aggregate): boolean => asked.has(keyOf(aggregate));
  const size = { readSets: readSets.sets.length, cells: atomsOf.length };
  const values = await rollUp(warehouse, plan, isAsked, standings, size);
  for (const counted of plan.counted) {
    const aggregates = counted.aggregates.filter(isAsked);
    if (aggregates.length === 0) continue;
    const counts = await readValueCounts(warehouse, counted, standings, atoms.length, covered);
    for (const [i, found] of slide({ counts, units: covered, readSets: readSets.sets, atomsOf }, aggregates).entries())
      values.set(keyOf(aggregates[i]!), found);
  }
  const of = (aggregate: Aggregate): Values => values.get(keyOf(aggregate))!;
  const counted = await rowsInAtoms(warehouse, standings, covered);
  return { cells, atomsOf, standings: atoms, unitsOf, rowsInAtoms: counted, facts: of(ALL_ROWS), of };
}
