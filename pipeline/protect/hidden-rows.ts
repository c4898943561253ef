import type { Comparison, Observation, PartObservation } from '../contract/observation.ts';
import type { Effects } from '../effects/effects.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { AudienceName } from '../words/project.ts';
import type { RecallNow } from '../words/recall.ts';
import type { Earlier, Measured, MeasuredMetric } from '../words/stages.ts';
import { countHidden } from './complementary/count-hidden.ts';
import { hideComplements } from './complementary/hide-complements.ts';
import { markTogether } from './complementary/mark-together.ts';
import type { Rules } from './complementary/role-of.ts';
import { rowsOf, type Row } from './complementary/rows.ts';
import { seenIn } from './complementary/seen-in.ts';
import { markSmallRests } from './complementary/small-rest.ts';
import { isExempt, isSmall } from './suppress.ts';

/** The rows that an audience may not see because something hidden would follow from them, and those that are small. */
export async function hiddenRows(
  { metrics, held }: Measured,
  visible: ReadonlySet<MeasuredMetric>,
  declarations: ReadonlyMap<string, MetricDeclaration>,
  { before, follow_ups }: Earlier,
  audience: AudienceName,
  effects: Effects,
  recall: RecallNow,
): Promise<ReadonlySet<Observation | PartObservation | Comparison>> {
  const rules: Rules = {
    isSmall: (metric, population) => isSmall(metric, population, audience),
    isExempt: metric => isExempt(metric, audience),
  };
  const rows = metrics.flatMap(metric => rowsOf(metric, visible.has(metric) && !held.has(metric.declaration.id)));
  const seen = await seenIn(before === null ? follow_ups : [before, ...follow_ups], rows);
  markSmallRests(rows, declarations, rules.isSmall);
  const isOfFew = ({ tells }: Row): boolean => tells.some(({ metric, population }) => rules.isSmall(declarations.get(metric)!, population));
  const isHidden = (row: Row): boolean => row.isHidden || row.isSecret || isOfFew(row);
  markTogether(rows, isHidden);
  do hideComplements(metrics, rows, seen, rules, recall);
  while (markTogether(rows, isHidden));
  const hidden = rows.filter(row => row.isVisible && row.isHidden);
  if (hidden.length > 0) effects.log.step('protect.hidden', `${audience}: ${countHidden(hidden, isOfFew)}`);
  return new Set(hidden.map(({ source }) => source));
}
