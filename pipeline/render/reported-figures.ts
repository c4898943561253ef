import type { MetricFacts } from '../contract/facts.ts';
import { isRevision } from '../contract/is-revision.ts';
import { isSettled, keyOf, type Observation } from '../contract/observation.ts';
import type { Day } from '../contract/period.ts';
import type { SiteFollowUp, SiteReported } from '../contract/site.ts';
import { paths } from '../../dashboards/paths.ts';
import { groupBy } from '../words/group-by.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { ProtectedMetric, RenderInput } from '../words/stages.ts';
import { revisionCauses } from './revision-causes.ts';

/**
 * What the listed follow-ups reported of a metric's cell at each place, in their order, read from the same audience's trees of them. What is hidden now, by a
 * stricter rule or since fewer people are counted in it, is not said once more: only the follow-up's own pages say it.
 */
export async function reportedFigures(
  metric: ProtectedMetric,
  facts: readonly MetricFacts[],
  listed: readonly SiteFollowUp[],
  input: RenderInput,
): Promise<SiteReported[]> {
  const { declaration, observations } = metric;
  const now = new Map(observations.map(row => [keyOf(row), row]));
  const found: SiteReported[] = [];
  for (const { id: follow_up, through } of listed) {
    const tree = input.earlier.follow_ups.find(one => one.follow_up === follow_up)!;
    const rows = groupBy((await tree.observations(declaration.id)) ?? [], ({ members }) => cellOf(members));
    for (const { place, members } of facts) {
      const then = headline(rows.get(cellOf(members)) ?? [], declaration, through);
      const is = then === null ? undefined : now.get(keyOf(then));
      if (then === null || is?.flag === 'suppressed') continue;
      const revised = isRevised(then, is, declaration);
      const { grain, window, period_start } = then;
      const revision = { grain, window, period_start, members, was: then.value!, follow_up };
      const page = paths.metricAt(declaration.id, place);
      found.push({
        follow_up,
        place,
        then,
        causes: revised ? revisionCauses(metric, revision, input) : null,
        page: tree.sha256(page) === null ? null : paths.inFollowUp(follow_up, page),
      });
    }
  }
  return found;
}

const cellOf = (members: readonly string[]): string => JSON.stringify(members);

/** The year to date through the follow-up's last day; where there is none, the latest settled figure of the finest grain. Null where neither is. */
function headline(rows: readonly Observation[], { finest, accept_gaps }: MetricDeclaration, through: Day): Observation | null {
  const toDate = rows.find(({ window, period_end }) => window === 'ytd' && period_end === through);
  if (toDate) return toDate;
  return rows.findLast(row => row.grain === finest && row.window === 'period' && isSettled(row, accept_gaps)) ?? null;
}

const isRevised = (then: Observation, now: Observation | undefined, { accept_gaps }: MetricDeclaration): boolean =>
  now !== undefined && [then, now].every(row => row.value !== null && isSettled(row, accept_gaps)) && isRevision(then.value!, now.value!);
