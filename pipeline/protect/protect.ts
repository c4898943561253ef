import type { Observation } from '../contract/observation.ts';
import type { Effects } from '../effects/effects.ts';
import { compareBytes, inKeyOrder } from '../words/compare-bytes.ts';
import type { AudienceName, Project } from '../words/project.ts';
import { noRecallNow, type RecallNow } from '../words/recall.ts';
import { withParts } from '../words/metric-terms.ts';
import type { Earlier, Loaded, Measured, MeasuredMetric, Protected, ProtectedMetric } from '../words/stages.ts';
import { audienceOf } from './audience-of.ts';
import { hiddenRows } from './hidden-rows.ts';
import { sharingMetrics } from './complementary/measures.ts';
import { holdRows } from './hold-rows.ts';
import { isStricter } from './is-stricter.ts';
import { markRevised } from './mark-revised.ts';
import { suppress } from './suppress.ts';

/**
 * observations → the cells one audience may see. Metrics of another audience are gone; small cells are hidden, and
 * so are others from which they would follow; held metrics show what was settled in the edition before, where no rule has become stricter; what differs from the latest follow-up is
 * marked revised, and what it said is kept. Rows are in key order by bytes.
 */
export async function protect(
  project: Project,
  loaded: Loaded,
  measured: Measured,
  earlier: Earlier,
  audience: AudienceName,
  effects: Effects,
  recall: RecallNow = noRecallNow,
): Promise<Protected> {
  effects.log.step('protect.audience', audience);
  const classes = new Map(loaded.sources.map(s => [s.declaration.id, s.declaration.class]));
  const visible = measured.metrics.filter(metric => audience === 'internal' || audienceOf(project, metric, classes) === 'public');
  const declarations = new Map(project.metrics.map(declaration => [declaration.id, declaration]));
  const hidden = !project.municipality.complements
    ? new Set()
    : await hiddenRows(measured, new Set(visible), declarations, earlier, audience, effects, recall);
  const metrics: ProtectedMetric[] = [];
  for (const metric of visible) metrics.push(await protectOne(metric));
  const allowed = project.municipality.audiences[audience].classes;
  const reports = loaded.reports.filter(report => report.source === undefined || allowed.includes(classes.get(report.source)!));
  return { audience, metrics, reports };

  /** A held metric's rows in the edition before; none where its rules, or those of what it is made of or shares measures with, are stricter now. */
  async function mayBeRepeated({ declaration: { id } }: MeasuredMetric): Promise<readonly Observation[] | null> {
    const { before } = earlier;
    if (before === null) return null;
    const parts = withParts([id], project.metrics).map(part => part.id);
    const sharing = sharingMetrics(measured.metrics).filter(ids => ids.some(one => parts.includes(one)));
    const deciding = new Set([...parts, ...sharing.flat()]);
    const rules = project.metrics.filter(metric => deciding.has(metric.id));
    return isStricter(rules, project.municipality.complements, audience, before.manifest) ? null : before.observations(id);
  }

  async function protectOne(metric: MeasuredMetric): Promise<ProtectedMetric> {
    const { declaration, sources } = metric;
    const rows = measured.held.has(declaration.id)
      ? holdRows(metric, await mayBeRepeated(metric))
      : suppress(metric, declarations, audience, row => hidden.has(row));
    const { observations, revisions } = await markRevised(declaration, rows.observations, earlier.follow_ups);
    const byParent = [...rows.parts].sort((a, b) => compareBytes(a.parent, b.parent));
    return { declaration, sources, ...rows, observations: inKeyOrder(observations), parts: inKeyOrder(byParent), revisions };
  }
}
