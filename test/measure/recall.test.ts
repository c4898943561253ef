import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Recall } from '../../pipeline/words/recall.ts';
import { distinct, measureOver, monthly, ratio, sum, count, type Town } from './measure-over.ts';
import { coverageOf, smallTown, tableOfFacts } from './municipalities.ts';
import { show } from './show.ts';

/** Answers in memory, and how often one was there. */
function remembering(): { recall: Recall; found(): number } {
  const answers = new Map<string, unknown>();
  let found = 0;
  const recall: Recall = async (kind, key, make, mayKeep = () => true) => {
    const known = answers.get(`${kind} ${key}`);
    if (known !== undefined) {
      found++;
      return known as never;
    }
    const answer = await make();
    if (mayKeep(answer)) answers.set(`${kind} ${key}`, answer);
    return answer;
  };
  return { recall, found: () => found };
}

const day = fc.integer({ min: 0, max: 70 }).map(days => new Date(Date.UTC(2025, 9, 25 + days)).toISOString().slice(0, 10));

it('what was measured on another day is used only where it is what would be measured now', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(smallTown, day, day, fc.integer({ min: 1, max: 40 }), async (small, before, now, due_days) => {
      const town = (asOf: string): Town => ({
        facts: tableOfFacts(small.facts),
        nodes: small.nodes,
        flat: { sex: ['K', 'M'] },
        covered: coverageOf(small.covered),
        cadence: { every: 'month', due_days },
        asOf,
        metrics: [
          { id: 'sum', grains: ['month', 'tertial', 'year'], windows: ['period', 'ytd', 'rolling-3'], population: distinct('who') },
          { id: 'last', over_time: 'last' },
        ],
      });
      const kept = remembering();
      await measureOver(town(before), kept.recall);
      const recalled = await measureOver(town(now), kept.recall);
      const anew = await measureOver(town(now));
      expect(recalled.metrics.map(metric => show(metric))).toEqual(anew.metrics.map(metric => show(metric)));
      expect(recalled.findings).toEqual(anew.findings);
      found += kept.found();
    }),
    { numRuns: 25 },
  );
  expect(found).toBeGreaterThan(0);
});

const town = (said: Partial<Town> = {}): Town => ({
  facts: 'day organisation n:integer\n2025-01-01 A 1\n2025-02-01 A 2',
  nodes: 'id parent\nA -',
  covered: monthly('2025-01', '2025-02'),
  asOf: '2025-03-10',
  metrics: [{ id: 'total' }],
  ...said,
});

it.each<[string, Partial<Town>]>([
  ['the measure', { metrics: [{ id: 'total', measure: ratio(sum('n'), count(null)) }] }],
  ['what is covered', { covered: monthly('2025-01', '2025-01') }],
  ['when it was received', { covered: monthly('2025-01', '2025-02', { received: { '2025-02': '2025-02-27' } }) }],
  ['whether it is invented', { synthetic: true }],
  ['the month it is', { asOf: '2025-04-10' }],
])('another answer is asked for where %s changes', async (_, change) => {
  const { recall, found } = remembering();
  await measureOver(town(), recall);
  await measureOver(town(), recall);
  expect(found()).toBe(1);
  await measureOver(town(change), recall);
  expect(found()).toBe(1);
});

it('what failed is tried again', async () => {
  const { recall, found } = remembering();
  const failing = town({ metrics: [{ id: 'total', measure: ratio(sum('nothing'), count(null)) }] });
  await measureOver(failing, recall);
  expect((await measureOver(failing, recall)).findings).toMatchObject([{ code: 'metric-failed' }]);
  expect(found()).toBe(0);
});
