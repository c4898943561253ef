import type { Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import { QueryError } from '../warehouse/query.ts';
import { asSubquery } from '../warehouse/sql-text.ts';
import { digestOf } from '../words/digest.ts';
import type { Finding } from '../words/finding.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { metricTerms } from '../words/metric-terms.ts';
import type { Dimension, Project } from '../words/project.ts';
import { noRecall, type Recall } from '../words/recall.ts';
import type { Loaded, Measured, MeasuredMetric, Modelled, Warehouse } from '../words/stages.ts';
import { groupKey } from './group-key.ts';
import { heldMetrics } from './held-metrics.ts';
import { measureDerived } from './measure-derived.ts';
import { measureFacts, type FactsContext } from './measure-facts.ts';
import { measureGiven } from './measure-given.ts';
import { metricFinding } from './metric-finding.ts';
import { createTreeTables } from './tree-tables.ts';
import { Tree } from './tree.ts';
import { mergeFindings } from './unknown-members.ts';

/** What measuring works with, and what it has found so far. */
interface Measuring {
  project: Project;
  loaded: Loaded;
  modelled: Modelled;
  asOf: Day;
  warehouse: Warehouse;
  effects: Effects;
  recall: Recall;
  trees: ReadonlyMap<string, Tree>;
  metrics: Map<string, MeasuredMetric>;
  keys: Map<string, string>;
  findings: Finding[];
}

/**
 * marts + metrics → observations. Metrics with the same body share one scan; derived metrics come after what they are
 * made of. A metric that fails is measured as nothing and held; the rest is measured. `recall`: what earlier runs measured over the same facts.
 */
export async function measure(
  project: Project,
  loaded: Loaded,
  modelled: Modelled,
  asOf: Day,
  warehouse: Warehouse,
  effects: Effects,
  recall: Recall = noRecall,
): Promise<Measured> {
  const trees = new Map(Object.entries(modelled.hierarchies).map(([dimension, nodes]) => [dimension, new Tree(nodes)]));
  for (const [dimension, tree] of trees) await createTreeTables(warehouse, dimension, tree);
  const m: Measuring = {
    project,
    loaded,
    modelled,
    asOf,
    warehouse,
    effects,
    recall,
    trees,
    metrics: new Map(),
    keys: new Map(),
    findings: [],
  };
  for (const group of sharedBodies(project.metrics)) await measureGroup(group, m);
  for (const declaration of project.metrics.filter(d => d.measure.type === 'derived')) await derivedMetric(declaration, m, new Set());
  const findings = [...loaded.findings, ...modelled.findings, ...m.findings];
  const metrics = project.metrics.map(declaration => m.metrics.get(declaration.id)!);
  return { metrics, held: heldMetrics(metrics, findings), keys: m.keys, findings: mergeFindings(m.findings) };
}

/** Metrics over the same body, time column and finest grain: one set of facts. */
function sharedBodies(metrics: readonly MetricDeclaration[]): MetricDeclaration[][] {
  const groups = new Map<string, MetricDeclaration[]>();
  for (const metric of metrics) {
    if (metric.measure.type === 'derived') continue;
    const key = JSON.stringify([metric.measure.type === 'given' ? metric.id : '', metric.body.trim(), metric.time, metric.finest]);
    groups.set(key, [...(groups.get(key) ?? []), metric]);
  }
  return [...groups.values()];
}

async function measureGroup(all: MetricDeclaration[], m: Measuring): Promise<void> {
  const group = all.filter(metric => !restsOnBroken(metric, m));
  if (group.length === 0) return;
  const { metrics, findings } = await recalled(group, m, now => measureBody(group, now));
  for (const declaration of group) m.metrics.set(declaration.id, { ...metrics.get(declaration.id)!, declaration });
  for (const { id } of group) m.keys.set(id, digestOf([id, keyOfGroup(group, m)]));
  m.findings.push(...findings);
}

type MeasuredGroup = Pick<Measuring, 'metrics' | 'findings'>;

/** What the metrics of one body were measured as when all that it rests on was the same; else what `act` measures now. What failed is tried again. */
async function recalled(group: readonly MetricDeclaration[], m: Measuring, act: (now: Measuring) => Promise<void>): Promise<MeasuredGroup> {
  const measureNow = async (): Promise<MeasuredGroup> => {
    const now: Measuring = { ...m, metrics: new Map(), findings: [] };
    await act(now);
    return { metrics: now.metrics, findings: now.findings };
  };
  return m.recall('measured', keyOfGroup(group, m), measureNow, ({ findings }) =>
    findings.every(finding => finding.code !== 'metric-failed'),
  );
}

const keyOfGroup = (group: readonly MetricDeclaration[], m: Measuring): string =>
  groupKey(group, dimensionsOf(group, m), sourcesOf(group[0]!, m), m.modelled, m.asOf);

/** Metrics over one body, none of which rests on what is broken. Where several fail together, each is measured alone, and says itself what is wrong with it. */
async function measureBody(group: readonly MetricDeclaration[], m: Measuring): Promise<void> {
  const first = group[0]!;
  const sources = sourcesOf(first, m);
  for (const metric of group) m.effects.log.step('measure.metric', metric.id);
  try {
    await m.modelled.ensure(first.reads);
    const { metrics, findings } =
      first.measure.type === 'given' ? await measureGiven(first, sources, m.warehouse) : await measureFacts(group, factsContext(group, m));
    for (const metric of metrics) m.metrics.set(metric.declaration.id, metric);
    m.findings.push(...findings);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    if (group.length > 1) for (const metric of group) await measureBody([metric], m);
    else {
      const ids = sources.map(s => s.declaration.id);
      nothing(first, ids, queryFinding(first, error), m);
    }
  }
}

const factsContext = (group: readonly MetricDeclaration[], m: Measuring): FactsContext => ({
  warehouse: m.warehouse,
  dimensions: dimensionsOf(group, m),
  trees: m.trees,
  sources: sourcesOf(group[0]!, m),
  asOf: m.asOf,
});

/** Says so where something that a metric reads could not be built. */
function restsOnBroken(metric: MetricDeclaration, m: Measuring): boolean {
  const read = [...metric.reads, ...dimensionsOf([metric], m).flatMap(d => d.hierarchy ?? [])];
  const lost = read.filter(relation => m.modelled.broken.has(relation) || !m.modelled.sourcesOf.has(relation));
  if (lost.length === 0) return false;
  nothing(
    metric,
    sourcesOf(metric, m).map(s => s.declaration.id),
    metricFinding('rests-on-broken', metric, { relation: lost.join(', ') }),
    m,
  );
  return true;
}

/** A derived metric, after the derived metrics it is made of. A term that says `over_time` measures its metric once more. */
async function derivedMetric(declaration: MetricDeclaration, m: Measuring, asked: ReadonlySet<string>): Promise<MeasuredMetric> {
  const known = m.metrics.get(declaration.id);
  if (known) return known;
  if (declaration.measure.type !== 'derived' || asked.has(declaration.id)) throw new Error(`${declaration.id} cannot be derived`);
  m.effects.log.step('measure.metric', declaration.id);
  const parts = new Map<string, MeasuredMetric>();
  for (const term of metricTerms(declaration.measure.expression)) {
    const part = m.project.metrics.find(metric => metric.id === term.id)!;
    const measured = await derivedMetric(part, m, new Set([...asked, declaration.id]));
    // What could not be measured (`rows` is null) cannot be measured again.
    const changed = term.over_time !== null && term.over_time !== part.over_time && measured.rows !== null;
    parts.set(JSON.stringify(term), changed ? await measureAgain({ ...part, over_time: term.over_time! }, m) : measured);
  }
  const partKeys = metricTerms(declaration.measure.expression).map(term => m.keys.get(term.id) ?? null);
  const metric = measureDerived(declaration, term => parts.get(JSON.stringify(term))!);
  m.metrics.set(declaration.id, metric);
  m.keys.set(declaration.id, digestOf([declaration.measure, declaration.per, declaration.breakdowns, partKeys]));
  return metric;
}

async function measureAgain(declaration: MetricDeclaration, m: Measuring): Promise<MeasuredMetric> {
  const { metrics } = await recalled([declaration], m, async now => {
    await now.modelled.ensure(declaration.reads);
    const measured = await measureFacts([declaration], factsContext([declaration], now));
    now.metrics.set(declaration.id, measured.metrics[0]!);
  });
  return { ...metrics.get(declaration.id)!, declaration };
}

/** The dimensions that any of the metrics has, in the municipality's order. */
function dimensionsOf(metrics: readonly MetricDeclaration[], m: Measuring): Dimension[] {
  const ids = new Set(metrics.flatMap(metric => metric.dimensions));
  return m.project.municipality.dimensions.filter(d => ids.has(d.id));
}

const sourcesOf = (metric: MetricDeclaration, m: Measuring) => {
  const ids = new Set(metric.reads.flatMap(relation => m.modelled.sourcesOf.get(relation) ?? []));
  return m.loaded.sources.filter(source => ids.has(source.declaration.id));
};

function nothing(declaration: MetricDeclaration, sources: readonly string[], finding: Finding, m: Measuring): void {
  m.findings.push(finding);
  m.metrics.set(declaration.id, {
    declaration,
    sources,
    observations: [],
    parts: [],
    comparisons: [],
    origins: new Map(),
    compared_origins: new Map(),
    composition: null,
    rows: null,
  });
}

/** The body stands one line down in its statement, so DuckDB's line less one is the file's. What else fails has no line there. */
function queryFinding(metric: MetricDeclaration, error: QueryError): Finding {
  const line = error.line !== null && error.sql.includes(asSubquery(metric.body)) ? error.line - 1 : 0;
  const inBody = 0 < line && line <= metric.body.split('\n').length;
  return metricFinding('metric-failed', metric, { error: error.message.split('\n')[0]! }, inBody ? line : null);
}
