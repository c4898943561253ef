import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measure } from '../../pipeline/measure/measure.ts';
import { EVERYTHING, type Extent } from '../../pipeline/rederive/extent.ts';
import { rederive } from '../../pipeline/rederive/rederive.ts';
import { plusDays } from '../../pipeline/contract/period.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import {
  average,
  count,
  distinct,
  givenTo,
  maximum,
  median,
  minimum,
  of,
  quantile,
  ratio,
  sum,
  type Town,
} from '../measure/measure-over.ts';
import { AS_OF, coverageOf, smallTown, tableOfFacts, type SmallTown } from '../measure/municipalities.ts';
import { noRecall } from '../../pipeline/words/recall.ts';
import type { Coverage } from '../../pipeline/words/stages.ts';
import { casesTried } from '../cases-tried.ts';

const shape: Partial<MetricDeclaration> = {
  breakdowns: [['organisation'], ['organisation', 'sex']],
  grains: ['month', 'tertial', 'year'],
  windows: ['period', 'ytd', 'rolling-3'],
  population: distinct('who'),
};
type Members = Readonly<Record<string, string>>;
const derivedFrom = (
  left: string,
  right: string,
  over_time: MetricDeclaration['over_time'] | null,
  chosen: { left: Members; right: Members } = { left: { sex: '*' }, right: {} },
): MetricDeclaration['measure'] => ({
  type: 'derived',
  expression: {
    type: 'operation',
    operator: '/',
    left: { type: 'metric', id: left, over_time: null, members: chosen.left },
    right: { type: 'metric', id: right, over_time, members: chosen.right },
  },
});
const metrics: readonly Partial<MetricDeclaration>[] = [
  { id: 'sum' },
  { id: 'some', measure: of(sum('n * 0.25', 'n > 3')), per: 10 },
  { id: 'last', over_time: 'last' },
  { id: 'mean', over_time: 'mean' },
  { id: 'rows', measure: of(count(null, "sex = 'K'")) },
  { id: 'people', measure: of(distinct('who')), population: null },
  { id: 'ratio', measure: ratio(sum('n'), count(null, 'n > 0')), per: 100 },
  { id: 'average', measure: of(average('n')) },
  { id: 'least', measure: of(minimum('n')) },
  { id: 'most', measure: of(maximum('n / 4.0')) },
  { id: 'median', measure: of(median('n')) },
  { id: 'ninth', measure: of(quantile('n', 0.9)) },
  { id: 'own-rows', covers_rows: true },
  { id: 'by-quarter', finest: 'quarter', grains: ['quarter', 'half-year', 'year'], windows: ['period', 'ytd', 'rolling-2'] },
  { id: 'by-sex', breakdowns: [['sex']], dimensions: ['sex'] },
  { id: 'derived', measure: derivedFrom('ratio', 'sum', null), population: null },
  { id: 'per-mean', measure: derivedFrom('derived', 'sum', 'mean'), population: null },
  { id: 'of-the-whole', measure: derivedFrom('sum', 'sum', null, { left: {}, right: { organisation: '*' } }), population: null },
  { id: 'things', population: null },
  { id: 'per-thing', measure: derivedFrom('things', 'rows-of-things', null), population: null },
  { id: 'rows-of-things', measure: of(count(null)), population: null },
  {
    id: 'crossed',
    measure: derivedFrom('sum', 'rows', null, { left: { sex: '*' }, right: { organisation: '*' } }),
    population: null,
    breakdowns: [['organisation'], ['sex']],
  },
];

/** Every other month came again when it was final. */
const inTwoRounds = (coverage: Coverage): Coverage => ({
  ...coverage,
  months: new Map([...coverage.months].map(([month, day]) => [month, month % 2 === 0 ? plusDays(day, 40) : day])),
});

const town = (small: SmallTown): Town => ({
  facts: tableOfFacts(small.facts),
  nodes: small.nodes,
  flat: { sex: ['K', 'M'] },
  covered: inTwoRounds(coverageOf(small.covered)),
  settles: 30,
  asOf: AS_OF,
  metrics: metrics.map(metric => ({ ...shape, ...metric })),
});

const found = async (small: SmallTown, extent: Extent): Promise<unknown[]> => {
  const given = await givenTo(town(small));
  const [project, loaded, modelled, asOf, warehouse, effects] = given;
  const measured = await measure(...given);
  const again = await rederive(
    project,
    loaded,
    modelled,
    { ...measured, held: new Set(), findings: [] },
    asOf,
    warehouse,
    effects,
    noRecall,
    extent,
  );
  return again.findings.map(({ code, metrics, details }) => ({ code, metrics, details }));
};

it('every row of every kind of metric comes out the same when it is computed a second time', async () => {
  await fc.assert(
    fc.asyncProperty(smallTown, async small => {
      expect(await found(small, EVERYTHING)).toEqual([]);
    }),
    { numRuns: casesTried(6) },
  );
});

it('so does any sample, also where rows are read of one branch alone', async () => {
  const extent = fc.record({ spans: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 0, max: 12 }) });
  await fc.assert(
    fc.asyncProperty(smallTown, extent, async (small, sample) => {
      expect(await found(small, sample)).toEqual([]);
    }),
    { numRuns: casesTried(6) },
  );
});
