import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../pipeline/contract/observation.ts';
import type { MetricDeclaration } from '../../../pipeline/words/metric.ts';
import type { Protected } from '../../../pipeline/words/stages.ts';
import { count, distinct, monthly, of, ratio, sum } from '../../measure/measure-over.ts';
import { tempFolder } from '../../temp-folder.ts';
import { editionsOf, type ToldEdition, type ToldTown } from '../editions-over.ts';
import { toldTowns } from './random-editions.ts';

/** So many facts alike, as lines of a town's table, each of somebody else. */
const lines = (many: number, line: string): string => Array.from({ length: many }, (_, i) => `${line} p${i}`).join('\n');

const months = ['2025-01', '2025-02', '2025-03', '2025-04'];

const firstEdition = async (town: ToldTown): Promise<ToldEdition> => (await editionsOf([town], await tempFolder()))[0]!;

const hidden = ({ metrics }: Protected): string[] =>
  metrics.flatMap(({ observations }) => observations.filter(({ flag }) => flag === 'suppressed').map(keyOf));

/** The members that are hidden in a metric's first period. */
const hiddenOf = ({ metrics }: Protected): string[] =>
  metrics[0]!.observations
    .filter(({ flag }) => flag === 'suppressed')
    .map(({ members }) => members.join(' '))
    .sort();

const counted = { measure: of(count(null)), population: count(null), grains: ['tertial'] } satisfies Partial<MetricDeclaration>;

describe('what hides knows what the auditor does', () => {
  it('trap 18: where there is nothing to divide by, the denominator is seen to be 0, and so is each month of such a tertial', async () => {
    // C has cases and no hours: facts of nobody. A is small in January and February.
    const facts = [
      'day organisation hours:integer cases:integer who',
      ...months.map((month, i) => lines(i < 2 ? 3 : 9, `${month}-10 A 8 1`)),
      ...months.map(month => lines(30, `${month}-10 B 8 1`).replaceAll(' p', ' q')),
      ...months.map(month => `${month}-10 C 0 1 -`),
    ].join('\n');
    const { shown, found } = await firstEdition({
      facts,
      nodes: 'id parent from to\nA - - -\nB - - -\nC - - -',
      covered: monthly('2025-01', '2025-04'),
      metrics: [{ measure: ratio(sum('cases'), sum('hours')), population: distinct('who'), grains: ['month', 'tertial'] }],
    });
    expect(hidden(shown)).not.toEqual([]);
    expect(found).toEqual([]);
  });

  it('trap 19: a comparison that is hidden for one year’s sake does not hide the other year’s own row', async () => {
    // A is small this year; what it is compared with is all that was covered of the year before.
    const year = (of: string, many: (unit: string) => number): string =>
      ['01', '03', '04', ...(of === '2025' ? ['02'] : [])]
        .flatMap(month => ['A', 'B', 'C'].map(unit => lines(many(unit), `${of}-${month}-10 ${unit} ${unit === 'C' ? 0 : 1}`)))
        .join('\n');
    const { shown, found } = await firstEdition({
      facts: `day organisation ill:integer who\n${year('2024', () => 20)}\n${year('2025', unit => ({ A: 3, B: 20 })[unit] ?? 9)}`,
      nodes: 'id parent from to\nA - - -\nB - - -\nC - - -',
      covered: monthly('2024-01', '2025-04', { except: ['2024-02'] }),
      metrics: [{ measure: ratio(sum('ill'), count(null)), population: distinct('who'), grains: ['tertial'] }],
    });
    expect(hidden(shown)).toEqual(['tertial|period|2025-01-01|A', 'tertial|period|2025-01-01|C']);
    expect(found).toEqual([]);
  });

  it('trap 20: what each parent had of a moved unit was shown by the edition before, and is counted with', async () => {
    const nodes = 'id parent from to\nA - - -\nB - - -\nC - - -\nU A - 2025-02-28\nU B 2025-03-01 -\nV A - -\nZ A - -\nW B - -\nY B - -';
    const facts = (ofC: number): string =>
      [
        'day organisation',
        ...[
          [12, 'U'],
          [3, 'V'],
          [45, 'Z'],
          [20, 'W'],
          [3, 'Y'],
          [ofC, 'C'],
        ].map(([many, unit]) => lines(Number(many), `2025-01-10 ${unit}`)),
        lines(40, '2025-03-10 U'),
      ]
        .join('\n')
        .replaceAll(/ p\d+/g, '');
    const [small, large] = await editionsOf(
      [2, 10].map(ofC => ({ facts: facts(ofC), nodes, covered: monthly('2025-01', '2025-04'), metrics: [counted] })),
      await tempFolder(),
    );
    // While C is small so is what is left of all but B, and A is hidden. Then A is shown, were it not for U's part of it.
    expect(hiddenOf(small!.shown)).toEqual(['A', 'C', 'V', 'W', 'Y']);
    expect(small!.shown.metrics[0]!.parts.map(({ flag }) => flag)).toEqual([null, null]);
    expect(large!.found).toEqual([]);
  });

  it('trap 21: where nobody of many is counted, nobody is in any part of them, published or not', async () => {
    // Nobody of X is closed, so its months may not be hidden beside a tertial that shows it. People are told apart by sex too.
    const facts = [
      'day organisation sex closed:boolean',
      ...months.flatMap(month => [
        ...['K', 'M'].map(sex => lines(2, `${month}-10 X ${sex} false`)),
        lines(20, `${month}-10 W K true`),
        lines(9, `${month}-10 W M false`),
        lines(12, `${month}-10 Y K true`),
        lines(8, `${month}-10 Y M true`),
      ]),
    ];
    const people = { id: 'people', population: count(null), measure: of(count(null)), grains: ['month', 'tertial'] } as const;
    const { shown, found } = await firstEdition({
      facts: facts.join('\n').replaceAll(/ p\d+/g, ''),
      nodes: 'id parent from to\nW - - -\nX - - -\nY - - -',
      flat: { sex: ['K', 'M'] },
      covered: monthly('2025-01', '2025-04'),
      metrics: [
        { ...people, breakdowns: [['organisation'], ['organisation', 'sex']] },
        { ...people, id: 'share', measure: ratio(count(null, 'closed'), count(null)) },
      ],
    });
    expect(hidden(shown)).not.toEqual([]);
    expect(found).toEqual([]);
  });

  it('in towns with a unit that moves, edition after edition, of months, tertials and years that are not over', async () => {
    const dist = await tempFolder();
    let [town, hidden] = [0, 0];
    await fc.assert(
      fc.asyncProperty(toldTowns, async towns => {
        const told = await editionsOf(towns, `${dist}/${town++}`);
        expect(told.map(({ found }) => found)).toEqual(told.map(() => []));
        hidden += told
          .flatMap(({ shown }) => shown.metrics.flatMap(({ observations }) => observations))
          .filter(({ flag }) => flag === 'suppressed').length;
      }),
      { numRuns: 15 },
    );
    expect(hidden).toBeGreaterThan(1000);
  });
});
