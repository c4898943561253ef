import type { Day } from '../contract/period.ts';

import type { Finding } from '../words/finding.ts';
import type { Aggregate, MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import type { LoadedSource, MeasuredMetric, Warehouse } from '../words/stages.ts';
import { createCells } from './cells.ts';
import { rowCoverage, sourceCoverage, type Unit } from './coverage.ts';
import { factUnits, standing } from './facts-table.ts';
import { metricFinding } from './metric-finding.ts';
import { observe, type Terms } from './observe.ts';
import type { Tree } from './tree.ts';
import { aggregateValues, ALL_ROWS, countFacts, createReadSets, inspectInput } from './values.ts';
import { windowsOf } from './windows.ts';

/** What the metrics that share facts are measured over. */
export interface FactsContext {
  warehouse: Warehouse;
  table: string;
  dimensions: readonly Dimension[];
  trees: ReadonlyMap<string, Tree>;
  sources: readonly LoadedSource[];
  asOf: Day;
}

/** Measures one metric over facts that are already in the warehouse: every window and grain, every declared cell. */
export async function measureFacts(
  declaration: MetricDeclaration,
  context: FactsContext,
): Promise<{ metric: MeasuredMetric; findings: Finding[] }> {
  const { warehouse, table, sources, asOf } = context;
  const dimensions = declaration.dimensions.map(id => context.dimensions.find(d => d.id === id)!);
  const units = await factUnits(warehouse, table);
  const coverage = declaration.covers_rows ? rowCoverage(declaration, units) : sourceCoverage(declaration, sources, units, asOf);
  const coveredUnits = units.filter(coverage.covered);
  const windows = windowsOf(declaration, coverage, asOf);
  const cells = await createCells(warehouse, table, dimensions, declaration.breakdowns, context.trees, coveredUnits);
  const readSets = readSetsOf(windows.flatMap(w => [w.read, ...(w.compared ? [w.compared, w.compared.map(unit => unit - 12)] : [])]));
  await createReadSets(warehouse, readSets.sets);
  const standings = dimensions.map(d => standing(d.id));
  const values = (aggregate: Aggregate) => aggregateValues(warehouse, table, standings, aggregate);
  const terms = termsOf(declaration);
  const result = observe({
    declaration,
    dimensions,
    trees: context.trees,
    cells,
    windows,
    size: coverage.size,
    readSet: readSets.numberOf,
    numerator: await values(terms.numerator),
    denominator: terms.denominator && (await values(terms.denominator)),
    population: declaration.population && (await values(declaration.population)),
    rowCount: await values(ALL_ROWS),
    marks: sources.some(s => s.declaration.synthetic) ? ['example'] : [],
  });
  const rows = await countFacts(warehouse, table, standings, coveredUnits);
  const findings = await inputFindings(declaration, terms, context, coveredUnits);
  if (!declaration.covers_rows && sources.every(source => source.coverage === null))
    findings.push(metricFinding('no-coverage', declaration, {}));
  else if (coveredUnits.length === 0 && rows.body > 0) findings.push(metricFinding('nothing-covered', declaration, { rows: rows.body }));
  if (rows.body !== rows.whole + rows.outside) findings.push(metricFinding('rows-lost', declaration, rows));
  return { metric: { declaration, sources: sources.map(s => s.declaration.id), ...result, origins: new Map(), rows }, findings };
}

function termsOf({ id, measure, over_time }: MetricDeclaration): Terms {
  if (measure.type !== 'ratio' && measure.type !== 'aggregate') throw new Error('only metrics over facts have terms');
  if (measure.type === 'aggregate' && measure.aggregate.function !== 'avg') return { numerator: measure.aggregate, denominator: null };
  // `read` refuses it: the mean's denominator would take the place of the ratio's.
  if (over_time === 'mean') throw new Error(`${id}: over_time: mean is of a sum or a count`);
  if (measure.type === 'ratio') return measure;
  return { numerator: { ...measure.aggregate, function: 'sum' }, denominator: { ...measure.aggregate, function: 'count' } };
}

/** Numbers the distinct sets of finest periods, so that two windows that read the same are computed once. */
function readSetsOf(lists: readonly (readonly Unit[])[]): { sets: readonly (readonly Unit[])[]; numberOf(units: readonly Unit[]): number } {
  const numbers = new Map<string, number>();
  const sets: (readonly Unit[])[] = [];
  for (const units of lists) {
    const key = String(units);
    if (numbers.has(key)) continue;
    numbers.set(key, sets.length);
    sets.push(units);
  }
  return { sets, numberOf: units => numbers.get(String(units))! };
}

/** Nulls beyond what is allowed, and sums of DOUBLE (which differ from run to run), hold the metric. */
async function inputFindings(
  declaration: MetricDeclaration,
  terms: Terms,
  context: FactsContext,
  covered: readonly Unit[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const aggregate of [terms.numerator, terms.denominator]) {
    if (aggregate === null || aggregate.function === 'count' || aggregate.function === 'count-distinct') continue;
    const { nulls, type } = await inspectInput(context.warehouse, context.table, aggregate, covered);
    if (nulls > declaration.nulls_allowed)
      findings.push(metricFinding('null-input', declaration, { argument: aggregate.argument!, nulls, allowed: declaration.nulls_allowed }));
    if (aggregate.function === 'sum' && /DOUBLE|FLOAT/.test(type))
      findings.push(metricFinding('inexact-input', declaration, { argument: aggregate.argument!, type }));
  }
  return findings;
}
