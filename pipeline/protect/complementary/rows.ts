import { keyOf, type Cell, type Comparison, type Observation, type PartObservation } from '../../contract/observation.ts';
import type { MetricDeclaration } from '../../words/metric.ts';
import { comparedBy, readBy } from '../../words/row-keys.ts';
import type { MeasuredMetric, Summed } from '../../words/stages.ts';

/** What a row says of some facts: all that the metric over them publishes, of one sum. */
export interface Told {
  /** The metric over facts whose figures they are. */
  metric: string;
  population: number | null;
  sum: Summed;
  /** The row's own numbers; null where they are of others too. */
  cell: Cell | null;
}

/** A row of a metric, and what it says. */
export interface Row {
  metric: MetricDeclaration;
  /** In whatever order, orders rows the same. */
  key: string;
  source: Observation | PartObservation | Comparison;
  tells: readonly Told[];
  isRolling: boolean;
  /** True where the audience may see the metric. */
  isVisible: boolean;
  /** True where it may not be seen, whatever it tells. */
  isSecret: boolean;
  isHidden: boolean;
}

/** A row, and one of the sums that it tells. */
export interface Telling {
  row: Row;
  told: Told;
}

/** All that a metric says of facts: a row that has numbers, or whose flag says that there is nobody to count. */
export function rowsOf(metric: MeasuredMetric, isVisible: boolean): Row[] {
  const { declaration, composition, observations, parts, comparisons, origins, compared_origins } = metric;
  const { id } = declaration;
  const row = (kind: string, source: Row['source'], tells: readonly Told[]): Row => ({
    metric: declaration,
    key: `${kind}${'parent' in source ? source.parent : ''}|${keyOf(source)}|${id}`,
    source,
    tells,
    isRolling: source.window.startsWith('rolling-'),
    isVisible,
    isSecret: false,
    isHidden: false,
  });
  const own = (cell: Cell, sum: Summed): Told => ({ metric: id, population: cell.population, sum, cell });
  if (composition !== null)
    return [
      ...observations.filter(hasNumbers).map(o => row('row', o, [own(o, readBy(composition, o, null))])),
      ...parts.filter(hasNumbers).map(o => row('part', o, [own(o, readBy(composition, o, o.parent))])),
      ...comparisons.map(pair => {
        const years = comparedBy(composition, pair);
        return row(
          'pair',
          pair,
          [own(pair.own, years.own), own(pair.before, years.before)].filter(({ cell }) => hasNumbers(cell!)),
        );
      }),
    ];
  const ofOrigins = (from: MeasuredMetric['origins'], source: Observation | Comparison): Told[] =>
    (from.get(keyOf(source)) ?? []).flatMap(({ metric: part, population, of }) =>
      of === null ? [] : [{ metric: part, population, sum: of, cell: null }],
    );
  return [
    ...observations.filter(hasNumbers).map(o => row('row', o, ofOrigins(origins, o))),
    ...comparisons.map(pair => row('pair', pair, ofOrigins(compared_origins, pair))),
  ].filter(({ tells }) => tells.length > 0);
}

const hasNumbers = ({ flag }: Pick<Cell, 'flag'>): boolean => flag !== 'missing' && flag !== 'suppressed';
