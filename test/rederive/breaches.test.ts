import { expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { measure } from '../../pipeline/measure/measure.ts';
import { SAMPLE, type Extent } from '../../pipeline/rederive/extent.ts';
import { rederive } from '../../pipeline/rederive/rederive.ts';
import type { Measured, MeasuredMetric } from '../../pipeline/words/stages.ts';
import { findingText, publicFindingText } from '../../pipeline/messages/findings.ts';
import { count, distinct, givenTo, median, monthly, of, ratio, type Town } from '../measure/measure-over.ts';
import { noRecall } from '../../pipeline/words/recall.ts';

/** Two boards; U moved from A to B in the middle of the year; V has nothing in March. */
const town: Town = {
  facts: `day organisation n:integer who
    2025-01-10 U 3 a
    2025-01-11 V 5 b
    2025-01-12 A 9 c
    2025-02-10 U 4 a
    2025-02-11 V 6 b
    2025-03-10 U 7 d`,
  nodes: `id parent from to
    A - - -
    B - - -
    U A - 2025-02-14
    U B 2025-02-15 -
    V B - -`,
  covered: monthly('2025-01', '2025-03'),
  asOf: '2025-04-20',
  metrics: [
    { id: 'total', windows: ['period', 'ytd'], grains: ['month', 'tertial'], population: distinct('who') },
    { id: 'share', measure: ratio(count(null, 'n > 4'), count(null)), per: 100 },
    { id: 'middle', measure: of(median('n')) },
    {
      id: 'twice',
      windows: ['period'],
      measure: {
        type: 'derived',
        expression: {
          type: 'operation',
          operator: '*',
          left: { type: 'number', value: 2 },
          right: { type: 'metric', id: 'share', over_time: null, members: {} },
        },
      },
    },
  ],
};

type Breach = (metric: MeasuredMetric) => Partial<MeasuredMetric>;

/** What is found when one metric's rows are not what they should be, and which metrics it holds. */
async function foundIn(id: string, breach: Breach, { extent = SAMPLE, of: whole = town }: { extent?: Extent; of?: Town } = {}) {
  const given = await givenTo(whole);
  const [project, loaded, modelled, asOf, warehouse, effects] = given;
  const measured: Measured = await measure(...given);
  const metrics = measured.metrics.map(metric => (metric.declaration.id === id ? { ...metric, ...breach(metric) } : metric));
  const steps: string[] = [];
  const told = { ...effects, log: { step: (name: string, detail = '') => void steps.push(`${name} ${detail}`) } };
  const { findings, held } = await rederive(project, loaded, modelled, { ...measured, metrics }, asOf, warehouse, told, noRecall, extent);
  return { found: findings.map(findingText), open: findings.map(publicFindingText), held: [...held], steps };
}

const at = ({ grain, window, period_start, members }: Observation): string => [grain, window, period_start, ...members].join(' ');
const changed =
  (where: string, change: (row: Observation) => Partial<Observation>): Breach =>
  ({ observations }) => ({ observations: observations.map(row => (at(row) === where ? { ...row, ...change(row) } : row)) });

it('finds nothing where nothing is wrong, and names its steps', async () => {
  const { found, held, steps } = await foundIn('total', () => ({}));
  expect([found, held]).toEqual([[], []]);
  expect(steps).toEqual(['total', 'share', 'middle', 'twice'].map(id => `rederive.metric ${id}`));
});

it.each<[string, string, Breach, string]>([
  [
    'a value that is one too many',
    'total',
    changed('month period 2025-03-01 B', row => ({ value: row.value! + 1 })),
    '2025-03-01–2025-03-31, B (value)',
  ],
  [
    'a population that is one too many',
    'total',
    changed('month period 2025-03-01 *', () => ({ population: 2 })),
    '2025-03-01–2025-03-31, * (population)',
  ],
  [
    'a numerator that is one too many',
    'share',
    changed('month period 2025-03-01 *', () => ({ numerator: '2' })),
    '2025-03-01–2025-03-31, * (numerator)',
  ],
  [
    'a median that is a little off',
    'middle',
    changed('month period 2025-03-01 U', row => ({ value: row.value! + 1e-6 })),
    '2025-03-01–2025-03-31, U (value)',
  ],
  [
    'a zero where there is nothing to divide by',
    'share',
    changed('month period 2025-03-01 V', () => ({ value: 0, numerator: '0', denominator: '0', flag: null })),
    '2025-03-01–2025-03-31, V (flag)',
  ],
  [
    'a mark that is not said',
    'total',
    changed('month period 2025-03-01 *', () => ({ marks: ['late'] })),
    '2025-03-01–2025-03-31, * (marks)',
  ],
  [
    'a row that is lost',
    'total',
    ({ observations }) => ({ observations: observations.filter(row => at(row) !== 'month period 2025-03-01 U') }),
    '2025-03-01–2025-03-31, U (utfallet saknas)',
  ],
  [
    'a window of the whole that is lost',
    'middle',
    ({ observations }) => ({ observations: observations.filter(row => at(row) !== 'month period 2025-01-01 *') }),
    '2025-01-01–2025-01-31, * (utfallet saknas)',
  ],
  [
    'a row that should not be there',
    'total',
    ({ observations }) => ({
      observations: [...observations, { ...observations.find(row => at(row) === 'month period 2025-03-01 U')!, members: ['C.own'] }],
    }),
    '2025-03-01–2025-03-31, C.own (utfallet borde inte finnas)',
  ],
  [
    'two units that have changed places',
    'total',
    metric => ({
      observations: metric.observations.map(row => ({
        ...row,
        members: row.members.map(member => ({ U: 'V', V: 'U' })[member] ?? member),
      })),
    }),
    '2025-01-01–2025-01-31, V (value)',
  ],
  ['a part that its parent has lost', 'total', ({ parts }) => ({ parts: parts.filter(part => part.parent !== 'A') }), 'A'],
])('%s', async (_, id, breach, where) => {
  const { found, held, open } = await foundIn(id, breach, { extent: { spans: 100, rows: 20_000 } });
  expect(found.join('\n')).toContain(where.startsWith('2025') ? where : 'räknades om; först');
  expect(held).toContain(id);
  expect(open[0]).toBe(`${id}: nya siffror hålls inne, eftersom de inte blev desamma när de räknades om`);
});

it('a filter that is lost', async () => {
  const { held, found } = await foundIn('share', () => ({}), {
    of: { ...town, metrics: [{ id: 'share', measure: ratio(count(null), count(null)), per: 100 }] },
  });
  expect([held, found]).toEqual([[], []]);
  const without = await foundIn(
    'share',
    metric => ({ declaration: { ...metric.declaration, measure: ratio(count(null, 'n > 4'), count(null)) } }),
    {
      of: { ...town, metrics: [{ id: 'share', measure: ratio(count(null), count(null)), per: 100 }] },
    },
  );
  expect(without.held).toEqual(['share']);
});

it('rows of the body that are not counted alike', async () => {
  const { found } = await foundIn('total', metric => ({ rows: { ...metric.rows!, whole: metric.rows!.whole - 1 } }));
  expect(found).toEqual(['total: antalet rader i underlaget blev ett annat när det räknades om']);
});

it('holds what is derived from a metric that it holds', async () => {
  const { held } = await foundIn(
    'share',
    changed('month period 2025-03-01 *', () => ({ value: 1 })),
  );
  expect(held).toEqual(['share', 'twice']);
});

it('finds what is derived otherwise than it says', async () => {
  const { held, found } = await foundIn(
    'twice',
    changed('month period 2025-03-01 *', () => ({ value: 100 })),
    { extent: { spans: 100, rows: 20_000 } },
  );
  expect(held).toEqual(['twice']);
  expect(found[0]).toContain('2025-03-01–2025-03-31, * (value)');
});

it('in a large body, checks the cells of one branch, and still tells lost rows and windows of the whole', async () => {
  const extent = { spans: 1, rows: 1 };
  const whole = changed('month period 2025-03-01 *', row => ({ value: row.value! + 1 }));
  expect((await foundIn('total', whole, { extent: { spans: 1, rows: 3 } })).held).toEqual(['total']);
  const unit = changed('month period 2025-03-01 U', row => ({ value: row.value! + 1 }));
  expect((await foundIn('total', unit, { extent })).held).toEqual(['total']);
});
