import { describe, expect, it } from 'vitest';
import { firstDay, monthOf } from '../../../pipeline/contract/period.ts';
import { chanceWords } from '../../../pipeline/judge/forecast-words.ts';
import { atMost, cells, goal, indicator, judged, judgedIndicator, metric, row, SUM } from '../support/builders.ts';

/** `count` months from January 2024: 7 and 8 % in turn, a tenth more each year, and now and then more. */
const share = (i: number) => (i % 2 === 0 ? 70 : 80) + Math.floor(i / 12) + (i % 5 === 0 ? 6 : 0);
const months = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    row('month', firstDay(monthOf('2024-01-01') + i), share(i) / 10, { numerator: String(share(i)), denominator: '1000' }),
  );
const said = (limit: number, count = 33) =>
  judgedIndicator(indicator({ target: atMost(limit) }), { metrics: [cells(metric(), months(count))] });

describe('the sentence of an indicator that rests on a forecast', () => {
  it('says the interval and how probable it is that the target is reached', () => {
    expect(said(7.5).sentence.replaceAll('\u00a0', ' ')).toBe(
      'Sjukfrånvaro. Prognosen är 7,8 % för 2026 (80 % sannolikt 7,7–7,9 %), 0,3 procentenheter över målet på högst 7,5 %. ' +
        'Målet bedöms inte uppfyllas (sannolikhet mindre än 1 på 20).',
    );
  });
  it('never lets the probability change the status', () => {
    const { status, probability, forecast, foretold } = said(7.8);
    expect(status).toBe('met');
    expect(probability!.met).toBeGreaterThan(0.5);
    expect(foretold!.value).toBe(forecast);
    expect(foretold!.low!).toBeLessThanOrEqual(forecast!);
    expect(foretold!.high!).toBeGreaterThanOrEqual(forecast!);
  });
  it('of a target against a group has no probability: nobody knows what the group comes to', () => {
    const of = (target: Parameters<typeof indicator>[0]) => judgedIndicator(indicator(target), { metrics: [cells(metric(), months(33))] });
    expect(of({ target: { type: 'better-than-group', group: 'g', than: 'median', min_n: 2 } }).probability).toBeNull();
  });
});

describe('the sentence of a metric with a target', () => {
  const told = (limit: number) => {
    const goals = [goal({ indicators: [indicator({ target: atMost(limit, limit + 0.4) })] })];
    return judged({ metrics: [cells(metric(), months(33))], goals }).facts[0]!.sentence.replaceAll('\u00a0', ' ');
  };
  it('says how probable it is that the target is reached', () => {
    expect(told(7)).toContain('Målet på högst 7 % för 2026 bedöms inte uppfyllas (sannolikhet mindre än 1 på 20).');
    expect(told(8)).toContain('Målet på högst 8 % för 2026 bedöms uppfyllas (sannolikhet mer än 19 på 20).');
  });
  it('says of a target that is foreseen to be reached in part what the probability is of', () => {
    expect(told(7.7)).toMatch(/bedöms delvis uppfyllas \(sannolikhet .* att det uppfylls helt\)\./);
  });
});

it('too little history is said plainly of what cannot be judged without a forecast', () => {
  const found = judgedIndicator(indicator({ target: atMost(100) }), {
    metrics: [
      cells(
        metric({ measure: SUM, per: 1, unit: 'sek', decimals: 0 }),
        months(15).map(of => ({ ...of, numerator: null })),
      ),
    ],
  });
  expect(found).toMatchObject({ status: 'not-assessable', reason: 'no-forecast', no_forecast: 'too-short', forecast: null });
  expect(found.sentence).toContain('Vi vet inte ännu om målet nås: historiken är för kort för en prognos.');
});

it.each([
  [0.02, 'sannolikhet mindre än 1 på 20'],
  [0.05, 'sannolikhet 1 på 10'],
  [0.14, 'sannolikhet 1 på 10'],
  [0.5, 'sannolikhet 5 på 10'],
  [0.95, 'sannolikhet 9 på 10'],
  [0.99, 'sannolikhet mer än 19 på 20'],
])('a probability of %s is said as %s', (probability, words) => expect(chanceWords(probability)).toBe(words));
