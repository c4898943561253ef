import { lifeState } from '../pipeline/contract/life.ts';
import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import type { Observation } from '../pipeline/contract/observation.ts';
import type { MultipleScale } from './charts/draw-small.ts';
import { multipleScale } from './charts/multiple-scale.ts';
import type { SeriesPoint } from './charts/series.ts';
import type { RankedMetric } from './goal-metrics.ts';
import { unitsCompare } from './units-compare.ts';
import { latestFlagged } from './latest-flagged.ts';
import { seriesAt } from './judged-figure.ts';
import { membersOf } from './place-of.ts';
import { leavesNow } from './place-tree.ts';
import type { SiteIndex } from './site-index.ts';
import { limitToDraw } from './target-spans.ts';

const MOST_METRICS = 3;
const MOST_UNITS = 12;

/** One metric of a place with a series for each of the units under it, on one scale. */
export interface UnitSeries {
  ranked: RankedMetric;
  scale: MultipleScale;
  /** Worst first; those without a value last. */
  units: readonly { node: HierarchyNode; points: readonly SeriesPoint[]; cell: Observation | null }[];
  /** How many units have rows, shown or not. */
  all: number;
}

/** The levels that matter most and that at least two units have: those with a target or a better way, in their ranked order. */
export function unitSeries(index: SiteIndex, place: string, ranked: readonly RankedMetric[]): UnitSeries[] {
  const nodes = leavesNow(index, place);
  const found: UnitSeries[] = [];
  for (const one of ranked.filter(each => matters(index, each))) {
    const series = seriesOf(index, place, one, nodes);
    if (series.units.filter(({ points }) => points.length > 1).length > 1) found.push(series);
    if (found.length === MOST_METRICS) break;
  }
  return found;
}

const matters = (index: SiteIndex, { metric, indicator }: RankedMetric): boolean =>
  (indicator !== null || metric.desired === 'higher' || metric.desired === 'lower') &&
  unitsCompare(metric) &&
  lifeState(metric.life, index.site.as_of) === 'in-use';

function seriesOf(index: SiteIndex, place: string, ranked: RankedMetric, nodes: readonly HierarchyNode[]): UnitSeries {
  const { metric, indicator } = ranked;
  const sign = metric.desired === 'higher' ? 1 : -1;
  const units = nodes.flatMap(node => {
    const facts = index.facts(metric, node.id);
    if (facts === null) return [];
    const points = seriesAt(index, metric, membersOf(index, metric, node.id));
    return [{ node, points, cell: facts.to_date ?? facts.latest ?? latestFlagged(index, metric, node.id) }];
  });
  const rank = ({ cell }: (typeof units)[number]): number => (cell === null || cell.value === null ? Infinity : sign * cell.value);
  const shown = units.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_UNITS);
  const whole = seriesAt(index, metric, membersOf(index, metric, place));
  const scale = multipleScale(
    whole,
    shown.map(({ points }) => points),
    {
      unit: metric,
      grain: metric.finest,
      isLevel: true,
      target: indicator === null ? null : limitToDraw(indicator, metric),
    },
  );
  return { ranked, scale, units: shown, all: units.length };
}
