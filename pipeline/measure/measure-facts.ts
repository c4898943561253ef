import type { Day } from '../contract/period.ts';
import { run } from '../warehouse/query.ts';
import type { Finding } from '../words/finding.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import type { LoadedSource, MeasuredMetric, Warehouse } from '../words/stages.ts';
import { readsEveryValue } from './aggregates.ts';
import { compositionOf } from './composition.ts';
import { planFacts, type FactsPlan } from './facts-plan.ts';
import { createFacts, FACTS, factTypes } from './facts-table.ts';
import { computeLayout, layoutsOf, type Layout, type LayoutValues } from './layout.ts';
import { metricFinding } from './metric-finding.ts';
import { observe } from './observe.ts';
import { createSums, factsByUnit, type FactsOfUnit } from './sums.ts';
import { termsOf } from './terms.ts';
import type { Tree } from './tree.ts';
import { unknownMembers } from './unknown-members.ts';
import { createValueCounts } from './value-counts.ts';

/** What metrics that share facts are measured with. */
export interface FactsContext {
  warehouse: Warehouse;
  /** Every dimension that any of the metrics has. */
  dimensions: readonly Dimension[];
  trees: ReadonlyMap<string, Tree>;
  sources: readonly LoadedSource[];
  asOf: Day;
}

/**
 * Measures metrics that share body, time column and finest grain: every window and grain, every declared cell. The facts are
 * read once for all sums and once for each input whose values are counted; cells and windows are made from what that gave.
 * Throws QueryError where the body, or what a metric reads of it, fails.
 */
export async function measureFacts(
  group: readonly MetricDeclaration[],
  context: FactsContext,
): Promise<{ metrics: MeasuredMetric[]; findings: Finding[] }> {
  const { warehouse } = context;
  const plan = planFacts(group, context.dimensions);
  await createFacts(warehouse, plan);
  await createSums(warehouse, plan);
  for (const counted of plan.counted) await createValueCounts(warehouse, counted, plan);
  const types = await factTypes(warehouse);
  await run(warehouse, `drop table ${FACTS}`);

  const facts = await factsByUnit(warehouse, plan);
  const undated = facts.find(({ unit }) => unit === null)?.rows ?? 0;
  const findings = undated > 0 ? group.map(metric => metricFinding('undated-rows', metric, { rows: undated })) : [];
  findings.push(...(await unknownMembers(warehouse, plan, group)));
  const metrics: MeasuredMetric[] = [];
  const units = facts.flatMap(({ unit }) => unit ?? []);
  for (const layout of layoutsOf(group, units, context)) {
    const values = await computeLayout(layout, plan, context);
    for (const declaration of layout.metrics) {
      const rows = rowsOf(facts, layout, values);
      metrics.push(measuredMetric(declaration, layout, values, rows, context));
      findings.push(...inputFindings(declaration, plan, types, facts.filter(isCovered(layout))));
      if (!declaration.covers_rows && context.sources.every(source => source.coverage === null))
        findings.push(metricFinding('no-coverage', declaration, {}));
      else if (layout.covered.length === 0 && rows.body > 0)
        findings.push(metricFinding('nothing-covered', declaration, { rows: rows.body }));
      if (rows.body !== rows.whole + rows.outside) findings.push(metricFinding('rows-lost', declaration, rows));
    }
  }
  return { metrics, findings };
}

function measuredMetric(
  declaration: MetricDeclaration,
  layout: Layout,
  values: LayoutValues,
  rows: MeasuredMetric['rows'],
  { sources, trees }: FactsContext,
): MeasuredMetric {
  const { numerator, denominator } = termsOf(declaration);
  const observed = observe({
    declaration,
    dimensions: layout.dimensions,
    trees,
    cells: values.cells,
    windows: layout.windows.get(declaration)!,
    size: layout.coverage.size,
    readSet: layout.readSets.numberOf,
    numerator: values.of(numerator),
    denominator: denominator && values.of(denominator),
    population: declaration.population && values.of(declaration.population),
    facts: values.facts,
    marks: sources.some(s => s.declaration.synthetic) ? ['example'] : [],
  });
  const none = { origins: new Map(), compared_origins: new Map() };
  const composition = compositionOf(declaration, layout, values);
  return { declaration, sources: sources.map(s => s.declaration.id), ...observed, ...none, composition, rows };
}

const isCovered =
  ({ covered }: Layout) =>
  ({ unit }: FactsOfUnit): boolean =>
    unit !== null && covered.includes(unit);
const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Rows of the facts: all, those in the cells of the whole, and those outside the covered periods. */
function rowsOf(facts: readonly FactsOfUnit[], layout: Layout, { rowsInAtoms }: LayoutValues): NonNullable<MeasuredMetric['rows']> {
  const covered = facts.filter(isCovered(layout));
  const body = total(facts.map(({ rows }) => rows));
  return { body, whole: rowsInAtoms, outside: body - total(covered.map(({ rows }) => rows)) };
}

/** Nulls beyond what is allowed, and sums of DOUBLE (which differ from run to run), hold the metric. */
function inputFindings(
  declaration: MetricDeclaration,
  plan: FactsPlan,
  types: ReadonlyMap<string, string>,
  covered: readonly FactsOfUnit[],
): Finding[] {
  const findings: Finding[] = [];
  const { numerator, denominator } = termsOf(declaration);
  for (const aggregate of [numerator, denominator]) {
    if (aggregate === null || !readsEveryValue(aggregate)) continue;
    const input = plan.inputOf(aggregate);
    const nulls = total(covered.map(({ gaps }) => gaps.get(input)!));
    if (nulls > declaration.nulls_allowed)
      findings.push(metricFinding('null-input', declaration, { argument: input.argument, nulls, allowed: declaration.nulls_allowed }));
    const type = types.get(input.column)!;
    if (aggregate.function === 'sum' && /DOUBLE|FLOAT/.test(type))
      findings.push(metricFinding('inexact-input', declaration, { argument: input.argument, type }));
  }
  return findings;
}
