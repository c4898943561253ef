import { describe, expect, it } from 'vitest';
import { summarise } from '../../bench/forecast/evaluate.ts';
import { koladaTrials, seasonalTrials } from '../../bench/forecast/measure.ts';

const kolada = await koladaTrials();
const seasonal = seasonalTrials();

describe('the back-test on Kolada’s values, 23 indicators of 290 municipalities', () => {
  it.each([...kolada.keys()])('holds 75 to 85 of a hundred outcomes of %s in its interval', kpi => {
    const { covered, trials: told } = summarise(kolada.get(kpi)!);
    expect(told).toBeGreaterThan(50);
    expect(covered).toBeGreaterThanOrEqual(0.75);
    expect(covered).toBeLessThanOrEqual(0.85);
  });

  it('holds as many of all of them, more than 40 000', () => {
    const all = summarise([...kolada.values()].flat());
    expect(all.trials).toBeGreaterThan(40_000);
    expect(all.covered).toBeGreaterThanOrEqual(0.75);
    expect(all.covered).toBeLessThanOrEqual(0.85);
  });

  it.each([...kolada.keys()])(
    'is never two hundredths worse than the naive forecast of %s, which is used where nothing has beaten it',
    kpi => {
      expect(summarise(kolada.get(kpi)!).error).toBeLessThanOrEqual(1.02);
    },
  );

  it('beats the naive forecast by more than 5 % where another method is used for most of the years', () => {
    const mostlyOther = [...kolada.values()].filter(trials => trials.filter(trial => trial.method !== 'naive').length > trials.length / 2);
    expect(mostlyOther.length).toBeGreaterThan(0);
    for (const trials of mostlyOther) expect(summarise(trials).error).toBeLessThan(0.95);
  });
});

describe('the back-test on the real series with a season', () => {
  const prices = [...seasonal.values()][0]!;
  const all = [...seasonal.values()].flat();

  it('holds 75 to 85 % of the outcomes of the consumer price index, and of all of them', () => {
    for (const trials of [prices, all]) {
      const { covered, trials: told } = summarise(trials);
      expect(told).toBeGreaterThan(100);
      expect(covered).toBeGreaterThanOrEqual(0.75);
      expect(covered).toBeLessThanOrEqual(0.85);
    }
  });

  it('beats the naive forecast of the consumer price index, however much of the year is to come', () => {
    expect(summarise(prices).error).toBeLessThan(0.95);
    for (let ahead = 1; ahead <= 12; ahead++)
      expect(summarise(prices.filter(trial => trial.ahead === ahead)).error, `${ahead} months to come`).toBeLessThanOrEqual(1);
  });

  it('uses the naive forecast of series of two or three years', () => {
    const short = [...seasonal.values()].slice(1).flat();
    expect(new Set(short.map(trial => trial.method))).toEqual(new Set(['naive']));
  });
});
