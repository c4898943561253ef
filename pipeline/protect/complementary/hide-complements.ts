import type { MetricDeclaration } from '../../words/metric.ts';
import type { RecallNow } from '../../words/recall.ts';
import type { MeasuredMetric } from '../../words/stages.ts';
import { hideInBlock, type Block, type BlockCell } from './block.ts';
import { blockKey } from './block-key.ts';
import { lowestOf } from './lowest.ts';
import { sharedMeasures, type Shared } from './measures.ts';
import { fewest, roleOf, type Rules } from './role-of.ts';
import type { Row, Told } from './rows.ts';
import type { Seen } from './seen-in.ts';
import { smallToDate } from './to-date.ts';
import { Universe } from './universe.ts';

/** A row, and one of the sums that it tells. */
interface Telling {
  row: Row;
  told: Told;
}

/**
 * Hides rows so that none that is hidden follows from those that are not. A row is hidden where something that it tells is: a derived
 * one by what it is made of, a comparison by either year. Rows that are hidden already stay so. `seen`: what earlier editions have shown.
 */
export function hideComplements(
  metrics: readonly MeasuredMetric[],
  rows: readonly Row[],
  seen: readonly Seen[],
  rules: Rules,
  recall: RecallNow,
): void {
  const declarations = new Map(metrics.map(({ declaration }) => [declaration.id, declaration]));
  const byMetric = new Map<string, Telling[]>(metrics.map(({ declaration }) => [declaration.id, []]));
  for (const row of rows) for (const told of row.tells) byMetric.get(told.metric)!.push({ row, told });
  const hidden = (block: Block): boolean[] => recall('hidden', blockKey(block), () => hideInBlock(block));
  for (const shared of sharedMeasures(metrics)) {
    const telling = shared.metrics.flatMap(id => byMetric.get(id)!);
    decide(shared, telling, declarations, seen, rules, hidden);
  }
}

/** Decides of what is told of measures that are shared, and hides the rows that tell what is not to be known. */
function decide(
  shared: Shared,
  telling: readonly Telling[],
  declarations: ReadonlyMap<string, MetricDeclaration>,
  seen: readonly Seen[],
  rules: Rules,
  hiddenIn: (block: Block) => boolean[],
): void {
  const metricOf = ({ metric }: Told): MetricDeclaration => declarations.get(metric)!;
  const roles = telling.map(({ row, told }) => roleOf(row, told, metricOf(told), rules));
  if (!roles.includes('secret')) return;
  const universe = new Universe([...new Set(telling.map(({ told }) => told.sum.composition))]);
  const sums = telling.map(({ told }) => universe.variablesOf(told.sum));
  const said = telling.flatMap(({ row, told }, i): (BlockCell & { row: Row; told: Told })[] => {
    const role = roles[i]!;
    if (role === null) return [];
    const atBound = role === 'secret' && told.population === fewest(metricOf(told));
    return [{ of: sums[i]!, size: told.population ?? 0, key: row.key, role, atBound, row, told }];
  });
  const more = [
    ...shared.metrics.flatMap(id => {
      const own = telling.filter(({ told }) => told.metric === id && told.cell !== null).map(({ told }) => told);
      const metric = declarations.get(id)!;
      return smallToDate(metric, own, people => rules.isSmall(metric, people)).map(sum => cell(universe.variablesOf(sum), 'secret'));
    }),
    ...seen.flatMap(({ same, changed }) => knownOf(telling, sums, same, changed).map(of => cell(of, 'known'))),
  ];
  const ties = universe.ties();
  const block = (cells: readonly BlockCell[]): Block => ({ variables: universe.variables, cells: [...cells, ...more], ties });
  const hide = (cells: readonly (BlockCell & { row: Row })[]): boolean => {
    const hidden = hiddenIn(block(cells));
    const beside = cells.filter(({ row, role }, i) => hidden[i] && role !== 'secret' && !row.isHidden);
    for (const [i, { row }] of cells.entries()) if (hidden[i]) row.isHidden = true;
    return beside.length > 0;
  };
  hide(said);
  // What is hidden may still be told where it is as small as it can be: nobody of a few is ill where nobody of many is.
  for (const lowest of lowestOf(
    shared,
    said.map(({ told }) => told),
  )) {
    const again = (): (BlockCell & { row: Row })[] =>
      said.map(one => ({
        ...one,
        role: one.row.isHidden && one.role !== 'known' ? 'secret' : one.role,
        atBound: one.row.isHidden && lowest(one.told),
      }));
    let cells = again();
    while (cells.some(({ atBound }) => atBound) && hide(cells)) cells = again();
  }
}

const cell = (of: Int32Array, role: BlockCell['role']): BlockCell => ({ of, size: 0, key: '', role, atBound: false });

/** The sums that an earlier tree told. What was seen of one variable alone, and is another now, was another variable, and known. */
function knownOf(
  telling: readonly Telling[],
  sums: readonly Int32Array[],
  same: ReadonlySet<Row>,
  changed: ReadonlySet<Row>,
): Int32Array[] {
  const gone = new Set(telling.flatMap(({ row }, i) => (changed.has(row) && sums[i]!.length === 1 ? [sums[i]![0]!] : [])));
  return telling.flatMap(({ row }, i) => {
    if (!same.has(row) && !changed.has(row)) return [];
    return [same.has(row) ? sums[i]! : sums[i]!.filter(variable => !gone.has(variable))];
  });
}
