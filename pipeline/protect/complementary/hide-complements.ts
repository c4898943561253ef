import type { MetricDeclaration } from '../../words/metric.ts';
import type { RecallNow } from '../../words/recall.ts';
import type { MeasuredMetric } from '../../words/stages.ts';
import { hideInBlock, type Block, type BlockCell } from './block.ts';
import { blockKey } from './block-key.ts';
import { lowestOf } from './lowest.ts';
import { measureKey, sharingMetrics } from './measures.ts';
import { fewest, roleOf, type Rules } from './role-of.ts';
import type { Row, Telling, Told } from './rows.ts';
import type { Seen } from './seen-in.ts';
import { seenSums } from './seen-sums.ts';
import { smallToDate } from './to-date.ts';
import { Universe } from './universe.ts';

/**
 * Hides rows so that none that is hidden follows from those that are not. A row is hidden where something that it tells is: a derived
 * one by what it is made of, a comparison by either year. What was chosen before is chosen anew. What the audience sees all of is not protected, and nothing is hidden for its sake. `seen`: what earlier editions have shown.
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
  for (const row of rows) row.isHidden = false;
  const protectedOnes = metrics.filter(({ declaration }) => !rules.isExempt(declaration));
  for (const ids of sharingMetrics(protectedOnes))
    decide(
      ids.map(id => declarations.get(id)!),
      ids.flatMap(id => byMetric.get(id)!),
      seen,
      rules,
      hidden,
    );
}

/** Decides of what is told of metrics that share measures, and hides the rows that tell what is not to be known. */
function decide(
  metrics: readonly MetricDeclaration[],
  telling: readonly Telling[],
  seen: readonly Seen[],
  rules: Rules,
  hiddenIn: (block: Block) => boolean[],
): void {
  const declarations = new Map(metrics.map(metric => [metric.id, metric]));
  const metricOf = ({ metric }: Told): MetricDeclaration => declarations.get(metric)!;
  const compositions = [...new Set(telling.map(({ told }) => told.sum.composition))];
  // Where metrics are about different people (all, and the closed), nobody of one may be somebody of another.
  const people = new Set(compositions.flatMap(({ population }) => (population === null ? [] : [measureKey(population)])));
  const roles = telling.map(({ row, told }) => roleOf(row, told, metricOf(told), people.size < 2, rules));
  if (!roles.includes('secret')) return;
  const universe = new Universe(
    compositions,
    metrics.every(({ zero }) => zero === 'show'),
  );
  const sums = telling.map(({ told }) => universe.variablesOf(told.sum));
  const said = telling.flatMap(({ row, told }, i): (BlockCell & { row: Row; told: Told })[] => {
    const role = roles[i]!;
    if (role === null) return [];
    const least = fewest(metricOf(told));
    const atBound = role === 'secret' && told.population === least ? least : null;
    return [{ of: sums[i]!, size: told.population ?? 0, key: row.key, role, atBound, row, told }];
  });
  const more = [
    ...metrics.flatMap(metric => {
      const own = telling.filter(({ told }) => told.metric === metric.id && told.cell !== null).map(({ told }) => told);
      return smallToDate(metric, own, people => rules.isSmall(metric, people)).map(sum => cell(universe.variablesOf(sum), 'secret'));
    }),
    ...seen.flatMap(tree => seenSums(telling, sums, tree, sum => universe.variablesOf(sum)).map(of => cell(of, 'seen'))),
  ];
  const ties = universe.ties();
  const block = (cells: readonly BlockCell[]): Block => ({ variables: universe.variables, cells: [...cells, ...more], ties });
  // By what is told: of a comparison that is hidden for one year's sake, the other year may be shown elsewhere.
  const isHidden = said.map(() => false);
  const hide = (cells: readonly (BlockCell & { row: Row })[]): boolean => {
    const hidden = hiddenIn(block(cells));
    let any = false;
    for (const [i, { row, role }] of cells.entries()) {
      if (!hidden[i]) continue;
      any ||= role !== 'secret' && !isHidden[i];
      isHidden[i] = true;
      row.isHidden = true;
    }
    return any;
  };
  hide(said);
  // What is hidden may still be told where it is as small as it can be: nobody of a few is ill where nobody of many is.
  const isLowest = lowestOf(said.map(({ told }) => told));
  const again = (): (BlockCell & { row: Row })[] =>
    said.map((one, i) => ({
      ...one,
      role: isHidden[i] && one.role !== 'known' ? 'secret' : one.role,
      atBound: isHidden[i] && isLowest(one.told) ? 0 : null,
    }));
  let cells = again();
  while (cells.some(({ atBound }) => atBound === 0) && hide(cells)) cells = again();
}

const cell = (of: Int32Array, role: BlockCell['role']): BlockCell => ({ of, size: 0, key: '', role, atBound: null });
