import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOf, type Observation } from '../../pipeline/contract/observation.ts';
import { monthOf, monthsBetween, yearOf } from '../../pipeline/contract/period.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import type { MeasuredMetric } from '../../pipeline/words/stages.ts';
import { Tree } from '../../pipeline/measure/tree.ts';
import { count, distinct, measureOver, median, of, ratio, sum } from './measure-over.ts';
import { allMonths, AS_OF, coverageOf, smallTown, tableOfFacts, type SmallTown } from './municipalities.ts';
import { naiveRows, type Question } from './naive.ts';
import { metricOf, show } from './show.ts';
import { casesTried } from '../cases-tried.ts';

const shape = {
  breakdowns: [['organisation'], ['organisation', 'sex']],
  grains: ['month', 'tertial', 'year'],
  windows: ['period', 'ytd', 'rolling-3'],
  population: distinct('who'),
  body: 'from marts.facts',
} satisfies Partial<MetricDeclaration>;
const kinds: readonly (Pick<Question, 'measure' | 'overTime'> & { metric: Partial<MetricDeclaration> })[] = [
  { measure: 'sum', overTime: 'sum', metric: { id: 'sum' } },
  { measure: 'sum', overTime: 'last', metric: { id: 'last', over_time: 'last' } },
  { measure: 'sum', overTime: 'mean', metric: { id: 'mean', over_time: 'mean' } },
  { measure: 'ratio', overTime: 'sum', metric: { id: 'ratio', measure: ratio(sum('n'), count(null)), per: 100 } },
  { measure: 'median', overTime: 'sum', metric: { id: 'median', measure: of(median('n')) } },
];

const measureTown = (town: SmallTown, metrics = kinds.map(({ metric }) => metric)) =>
  measureOver({
    facts: tableOfFacts(town.facts),
    nodes: town.nodes,
    flat: { sex: ['K', 'M'] },
    covered: coverageOf(town.covered),
    asOf: AS_OF,
    metrics: metrics.map(metric => ({ ...shape, ...metric })),
  });

it('every row, and no other, is what a naive reading of the rules gives; keys are unique and no fact is lost', async () => {
  await fc.assert(
    fc.asyncProperty(smallTown, async town => {
      const measured = await measureTown(town);
      for (const { observations, parts, rows } of measured.metrics) {
        expect(new Set(observations.map(keyOf)).size).toBe(observations.length);
        expect(new Set(parts.map(part => `${keyOf(part)}|${part.parent}`)).size).toBe(parts.length);
        expect(rows).toMatchObject({ body: town.facts.length, whole: town.facts.length - rows!.outside });
      }
      for (const { measure, overTime, metric } of kinds) {
        const question = {
          ...town,
          sexes: ['K', 'M'],
          asOf: AS_OF,
          breakdowns: [['organisation'], ['organisation', 'sex']] as const,
          windows: shape.windows as Question['windows'],
          measure,
          overTime,
        };
        expect(show(metricOf(measured, metric.id)).sort(), metric.id).toEqual(naiveRows(question).sort());
      }
    }),
    { numRuns: casesTried(10) },
  );
});

it('children, with the parts of those that moved, add up to their parent at every level, window and sex', async () => {
  await fc.assert(
    fc.asyncProperty(smallTown, async town => {
      const metric = metricOf(await measureTown(town, [{ id: 'sum' }]));
      const tree = new Tree(town.nodes);
      const rows = new Map(metric.observations.map(o => [keyOf(o), o]));
      for (const parent of metric.observations.filter(o => ['*', 'B1', 'B2'].includes(o.members[0]!) && o.value !== null)) {
        if (parent.members[0] !== '*' && !town.nodes.some(n => n.parent === parent.members[0])) continue;
        const read = monthsRead(parent, town);
        const at = (member: string): Observation | undefined => rows.get(keyOf({ ...parent, members: [member, parent.members[1]!] }));
        const children = [...new Set([...town.nodes.map(n => n.id), 'unknown', `${parent.members[0]}.own`])].flatMap((child): number[] => {
          if (child === 'unknown' || child.endsWith('.own'))
            return (child === 'unknown') === (parent.members[0] === '*') ? [at(child)?.value ?? 0] : [];
          const parents = tree.parentsIn(child, read);
          if (!parents.has(parent.members[0]!)) return [];
          if (parents.size === 1) return [at(child)?.value ?? 0];
          const part = metric.parts.find(
            p => keyOf(p) === keyOf({ ...parent, members: [child, parent.members[1]!] }) && p.parent === parent.members[0],
          );
          return [part?.value ?? 0];
        });
        expect(
          children.reduce((total, n) => total + n, 0),
          keyOf(parent),
        ).toBe(parent.value);
      }
      partsMakeTheirNode(metric, rows);
    }),
    { numRuns: casesTried(10) },
  );
});

function partsMakeTheirNode(metric: MeasuredMetric, rows: ReadonlyMap<string, Observation>): void {
  const sums = new Map<string, number>();
  for (const part of metric.parts) sums.set(keyOf(part), (sums.get(keyOf(part)) ?? 0) + (part.value ?? 0));
  for (const [key, total] of sums) expect(total, key).toBe(rows.get(key)!.value);
}

function monthsRead({ window, period_start, period_end }: Observation, town: SmallTown): number[] {
  const [start, end] = [monthOf(period_start), monthOf(period_end)];
  const from = window === 'ytd' ? 12 * yearOf(end) : window === 'rolling-3' ? end - 2 : start;
  const covered = new Set(town.covered.map(monthOf));
  return monthsBetween(from, end).filter(month => covered.has(month));
}

it('months add up to tertials, and those to the year, when all are covered', async () => {
  await fc.assert(
    fc.asyncProperty(smallTown, async town => {
      const metric = metricOf(await measureTown({ ...town, covered: allMonths() }, [{ id: 'sum', windows: ['period', 'ytd'] }]));
      const sumOf = (grain: string, year: string, members: string): number =>
        metric.observations
          .filter(
            o =>
              o.grain === grain &&
              o.window === 'period' &&
              o.period_start.startsWith(year) &&
              o.members.join() === members &&
              o.value !== null,
          )
          .reduce((total, o) => total + o.value!, 0);
      for (const year of metric.observations.filter(o => o.grain === 'year')) {
        const at = [year.period_start.slice(0, 4), year.members.join()] as const;
        expect([sumOf('month', ...at), sumOf('tertial', ...at)]).toEqual([year.value, year.value]);
        const toDate = metric.observations.find(
          o => o.grain === 'month' && o.window === 'ytd' && o.period_end === year.period_end && o.members.join() === at[1],
        );
        if (toDate) expect(toDate.value).toBe(year.value);
      }
    }),
    { numRuns: casesTried(6) },
  );
});

it('the order of the facts changes nothing', async () => {
  const shuffled = smallTown.chain(town =>
    fc.shuffledSubarray(town.facts, { minLength: town.facts.length }).map(facts => ({ town, facts })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ town, facts }) => {
      expect(await measureTown({ ...town, facts })).toEqual(await measureTown(town));
    }),
    { numRuns: casesTried(3) },
  );
});
