import type { HierarchyNode } from '../contract/manifest.ts';
import type { Observation } from '../contract/observation.ts';
import type { Day } from '../contract/period.ts';
import type { AudienceName, Dimension, Project } from '../words/project.ts';
import type { Protected, ProtectedMetric, Report } from '../words/stages.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { digestOnce } from '../words/rows-digest.ts';
import { accumulates } from './accumulates.ts';
import { movesOf, type Move } from './forecast/moves.ts';
import { indexMetric, type MetricCells } from './metric-cells.ts';

/** What `judge` is given: one audience's cells, the plans, and what has been said about them by `asOf`. */
export interface JudgeInput {
  project: Project;
  /** Its reports are in the order (date, delivery, line). */
  cells: Protected;
  sources: readonly { declaration: Pick<SourceDeclaration, 'id' | 'kind' | 'synthetic'> }[];
  /** The trees, by dimension. */
  hierarchies: Readonly<Record<string, readonly HierarchyNode[]>>;
  asOf: Day;
}

/** The input, made ready to look things up in. */
export interface Judging {
  project: Project;
  audience: AudienceName;
  asOf: Day;
  /** The dimension that plans and boards belong to; null where there is none. */
  place: string | null;
  dimensions: ReadonlyMap<string, Dimension>;
  metrics: ReadonlyMap<string, MetricCells>;
  /** By dimension with a tree: which nodes have moved, and the level of each. */
  moves: ReadonlyMap<string, readonly Move[]>;
  levels: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** A digest of the trees. */
  treesKey: string;
  /** What was said of one id of a plan, in the order (date, delivery, line). */
  reportsOf(plan: string, id: string): readonly Report[];
  /** True for a metric that grows through a year: counts and sums. */
  isGrowing(metric: MetricDeclaration): boolean;
  /** True when any of the sources is invented. */
  isInvented(sources: readonly string[]): boolean;
  /** True when any of the reports comes from an invented source. */
  isInventedReport(reports: readonly Report[]): boolean;
}

interface Indexed {
  margins: readonly Observation[] | null;
  cells: MetricCells;
}
/** Two audiences that see the same rows of a metric, in the same trees, have one index of them, and what is remembered of it. */
const indexed = new WeakMap<JudgeInput['hierarchies'], WeakMap<readonly Observation[], Indexed>>();

export function prepareJudging({ project, cells, sources, hierarchies, asOf }: JudgeInput): Judging {
  const { municipality } = project;
  const declared = new Map(project.metrics.map(metric => [metric.id, metric]));
  const invented = new Set(sources.filter(s => s.declaration.synthetic).map(s => s.declaration.id));
  const marginOf = ({ declaration: { margin } }: ProtectedMetric) =>
    margin === null ? null : (cells.metrics.find(other => other.declaration.id === margin) ?? null);
  const known = indexed.get(hierarchies) ?? new WeakMap<readonly Observation[], Indexed>();
  indexed.set(hierarchies, known);
  const indexOnce = (metric: ProtectedMetric): MetricCells => {
    const margins = marginOf(metric)?.observations ?? null;
    const same = known.get(metric.observations);
    if (same?.margins === margins && same.cells.declaration === metric.declaration) return same.cells;
    const made = indexMetric(metric, marginOf(metric));
    known.set(metric.observations, { margins, cells: made });
    return made;
  };
  const inventsReports = sources.some(s => s.declaration.kind === 'reports' && s.declaration.synthetic);
  return {
    project,
    audience: cells.audience,
    asOf,
    place: municipality.place,
    dimensions: new Map(municipality.dimensions.map(d => [d.id, d])),
    metrics: new Map(cells.metrics.map(metric => [metric.declaration.id, indexOnce(metric)])),
    reportsOf: (plan, id) => cells.reports.filter(r => r.plan === plan && r.id === id && r.date <= asOf),
    isGrowing: metric => accumulates(metric, declared),
    isInvented: ids => ids.some(id => invented.has(id)),
    moves: new Map(Object.entries(hierarchies).map(([dimension, nodes]) => [dimension, movesOf(nodes)])),
    levels: new Map(Object.entries(hierarchies).map(([dimension, nodes]) => [dimension, new Map(nodes.map(n => [n.id, n.level]))])),
    treesKey: digestOnce(hierarchies),
    // A report that does not say where it came from may have come from any source of reports.
    isInventedReport: said => said.some(report => (report.source === undefined ? inventsReports : invented.has(report.source))),
  };
}
