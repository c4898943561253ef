import { GRAIN_MONTHS, firstDay, monthsBetween, periodStart, type Day, type Month } from '../contract/period.ts';
import { countByMonth, plainRows, type PlainRow } from '../warehouse/plain-rows.ts';
import type { Aggregate, MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import type { LoadedSource, MeasuredMetric, Warehouse } from '../words/stages.ts';
import { chooseRows, chooseSpans, countsBy, type Counts, type RowChoice } from './choose.ts';
import { coveredBy, type Covered } from './covered.ts';
import type { Extent } from './extent.ts';
import type { Places } from './places.ts';
import { termsOf } from './recompute.ts';
import { spansOf, type Span } from './spans.ts';

/** A metric over facts to compute once more; `declaration` may say another `over_time` than the measured one's, as a term of a derived metric does. */
export interface Asked {
  declaration: MetricDeclaration;
  metric: MeasuredMetric;
  sources: readonly LoadedSource[];
  /** Windows that derived metrics need. */
  wanted: ReadonlySet<string>;
}

/** What computing again works with. */
export interface Context {
  warehouse: Warehouse;
  places: ReadonlyMap<string, Places>;
  asOf: Day;
  extent: Extent;
}

/** A metric's windows: all, and those to compute once more. */
export interface Plan {
  asked: Asked;
  covered: Covered;
  spans: readonly Span[];
  chosen: readonly Span[];
}

/** What was read of the rows that some metrics share. */
export interface Body {
  plans: readonly Plan[];
  counts: Counts;
  /** All rows, also those without a date. */
  total: number;
  /** Which rows were read; null for none, where not even one branch is small enough. */
  choice: RowChoice | null;
  /** The dimension that branches are of; null where no metric has a dimension. */
  branching: Dimension | null;
  rows: readonly PlainRow[];
  columns: readonly string[];
  /** What the rows' values are of. */
  expressions: readonly string[];
}

/** Counts the rows that metrics share, chooses and reads those that are to be summed once more. Throws QueryError. */
export async function readBody(group: readonly Asked[], dimensions: readonly Dimension[], context: Context): Promise<Body> {
  const { warehouse, places, asOf, extent } = context;
  const { declaration } = group[0]!;
  const branching = dimensions.find(dimension => dimension.hierarchy !== null) ?? dimensions[0] ?? null;
  const counted = await countByMonth(warehouse, declaration, branching?.id ?? null);
  const counts = countsBy(counted, month => periodStart(month, declaration.finest));
  const plans = group.map((asked): Plan => {
    const covered = coveredBy(asked.declaration, asked.sources, new Set(counts.keys()), asOf);
    const spans = spansOf(asked.declaration, covered, asOf);
    return { asked, covered, spans, chosen: chooseSpans(asked.metric, spans, asked.wanted, asOf, extent) };
  });
  const tree = (branching && places.get(branching.id)) ?? null;
  const choice = chooseRows(counts, inTurn(plans), tree, `${declaration.id}|${asOf}`, extent);
  const expressions = [...new Set(group.flatMap(asked => aggregatesOf(asked.declaration).map(expressionOf)))];
  const columns = dimensions.map(dimension => dimension.id);
  const rows =
    choice === null ? [] : await plainRows(warehouse, declaration, columns, expressions, wantedRows(choice, branching, declaration));
  return { plans, counts, total: counted.reduce((sum, { rows }) => sum + rows, 0), choice, branching, rows, columns, expressions };
}

/** The finest periods that a window reads, those of its comparison with the year before included. */
export const periodsOf = (span: Span): Month[] => [...span.read, ...(span.compared ?? []).flatMap(period => [period, period - 12])];

/** The most wanted window of each metric first, so that every metric has its turn. */
function inTurn(plans: readonly Plan[]): Month[][] {
  const longest = Math.max(...plans.map(({ chosen }) => chosen.length));
  return Array.from({ length: longest }, (_, i) => plans.flatMap(({ chosen }) => chosen.slice(i, i + 1))).flatMap(spans =>
    spans.map(periodsOf),
  );
}

function wantedRows({ branch, periods }: RowChoice, branching: Dimension | null, { finest }: MetricDeclaration) {
  if (periods === null) return null;
  const months = [...periods].flatMap(period => monthsBetween(period, period + GRAIN_MONTHS[finest] - 1));
  const column = branch === null ? null : { name: branching!.id, values: [...branch] };
  return { months: months.map(month => firstDay(month).slice(0, 7)), column };
}

const aggregatesOf = ({ measure, population }: MetricDeclaration): Aggregate[] =>
  [...termsOf(measure), population].filter(aggregate => aggregate !== null);

/** What an aggregate reads of a row: its argument where its filter passes, else null. */
export const expressionOf = ({ argument, filter }: Aggregate): string =>
  filter === null ? (argument ?? '1') : `case when (${filter}) then (${argument ?? '1'}) end`;
