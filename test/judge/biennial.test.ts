import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import type { Indicator, Target } from '../../pipeline/words/plan.ts';
import { cells, GIVEN, goal, indicator, judged, metric, planVersion, row } from './support/builders.ts';

/** A survey of every second year, in points. */
const survey: Partial<MetricDeclaration> = {
  id: 'sick',
  name: 'Trygghet',
  unit: 'index',
  decimals: 0,
  desired: 'higher',
  measure: GIVEN,
  finest: 'year',
  grains: ['year'],
  windows: ['period'],
  dimensions: ['organisation'],
};
const atLeast = (value: number): Target => ({ type: 'at-least', limit: { type: 'number', value }, partly: null });
const biennial = (by: string, changes: Partial<Indicator> = {}) => indicator({ every: 2, by, target: atLeast(60), ...changes });
const year = (of: number, value: number | null, changes: Partial<Observation> = {}) => row('year', `${of}-01-01`, value, changes);
const missing = (of: number) => year(of, null, { flag: 'missing' });
const plan = (of: number, one: Indicator) =>
  planVersion({
    adopted: { ...planVersion().adopted, date: `${of - 1}-11-24` },
    in_force: { from: `${of}-01-01`, to: null },
    goals: [goal({ indicators: [one] })],
  });
/** Judged in a running plan, with plain spaces. */
function judge(one: Indicator, rows: readonly Observation[], asOf: string, changes: Partial<MetricDeclaration> = {}) {
  const all = judged({ plans: [plan(2020, one)], metrics: [cells(metric({ ...survey, ...changes }), rows)], asOf });
  const found = all.plans[0]!.goals[0]!.indicators[0]!;
  return { ...found, sentence: found.sentence.replaceAll('\u00a0', ' '), facts: all.facts[0]! };
}

describe('what is measured every second year', () => {
  it('is judged in the year between on the measurement before, before that year has ended', () => {
    const found = judge(biennial('2025-12-31'), [year(2022, 58), missing(2023), year(2024, 63)], '2025-06-15');
    expect(found).toMatchObject({ status: 'met', rests_on: 'outcome', value: 63, period_start: '2024-01-01', no_forecast: null });
    expect(found.sentence).toBe(
      'Trygghet: 63 (senast kända, 2024), 3 över målet på minst 60. Det är 5 högre än mätningen två år tidigare, en förbättring. ' +
        'Målet är uppfyllt. Nyckeltalet mäts vartannat år, nästa gång 2026.',
    );
  });
  it('is judged the same when that year has ended without a figure, or with a missing one', () => {
    for (const rows of [[year(2024, 55)], [year(2024, 55), missing(2025)]])
      expect(judge(biennial('2025-12-31'), rows, '2026-03-01')).toMatchObject({ status: 'not-met', value: 55, period_start: '2024-01-01' });
  });
  it('is judged in a year of measuring by its own figure', () => {
    const found = judge(biennial('2024-12-31'), [year(2022, 58), missing(2023), year(2024, 63)], '2025-03-01');
    expect(found).toMatchObject({ status: 'met', value: 63, trend: { own: 63, before: 58, years: 2, direction: 'better' } });
    expect(found.sentence).toContain('Trygghet: 63 under 2024, 3 över');
  });
  it('of the year before is too old in a year of measuring, and is shown with the year of the next', () => {
    const found = judge(biennial('2026-12-31'), [year(2024, 63)], '2026-06-15');
    expect(found).toMatchObject({ status: 'not-assessable', reason: 'too-old', value: 63, period_start: '2024-01-01' });
    expect(found.sentence).toBe(
      'Trygghet: 63 (senast kända, 2024). Målet kan inte bedömas: det senast kända utfallet är för gammalt. ' +
        'Nyckeltalet mäts vartannat år, nästa gång 2026.',
    );
  });
  it('says that a measurement has not come once its year is over', () => {
    const found = judge(biennial('2027-12-31'), [year(2024, 63)], '2027-02-15');
    expect(found).toMatchObject({ reason: 'too-old' });
    expect(found.sentence).toMatch(/Nyckeltalet mäts vartannat år, och mätningen för 2026 har inte kommit\.$/);
  });
  it('with a figure before the year has ended is judged by it so far, not by the measurement before', () => {
    const found = judge(biennial('2026-12-31'), [year(2024, 55), missing(2025), year(2026, 63, { marks: ['partial'] })], '2026-11-15');
    expect(found).toMatchObject({ status: 'met', rests_on: 'to-date', to_date: { value: 63 }, no_forecast: null });
    expect(found.sentence).toContain('Det är 8 högre än mätningen två år tidigare');
  });
  it('that has never been measured says how often it is', () => {
    const found = judge(biennial('2025-12-31'), [], '2025-06-15');
    expect(found).toMatchObject({ status: 'not-assessable', reason: 'no-outcome' });
    expect(found.sentence).toBe('Trygghet. Vi vet inte ännu om målet nås: det finns inget utfall. Nyckeltalet mäts vartannat år.');
  });
  it('never looks at a measurement after the year of the target', () => {
    expect(judge(biennial('2025-12-31'), [year(2024, 55), year(2026, 70)], '2027-03-01')).toMatchObject({ value: 55 });
  });
  it('is better than the measurement before, not than the missing year', () => {
    const better = biennial('2025-12-31', { target: { type: 'better-than-last-year' } });
    const found = judge(better, [year(2022, 58), missing(2023), year(2024, 63)], '2025-06-15');
    expect(found).toMatchObject({ status: 'met', against: 58, compared: 63, months: '2024' });
    expect(found.sentence).toContain('63 (senast kända, 2024), mot 58 i mätningen två år tidigare. Målet är uppfyllt.');
    expect(judge(better, [year(2023, 58), year(2024, 63)], '2025-06-15')).toMatchObject({ reason: 'nothing-to-compare' });
  });
  it('is told on the metric’s own page with the year it was measured', () => {
    const { sentence } = judge(biennial('2025-12-31'), [year(2024, 63)], '2025-06-15').facts;
    expect(sentence).toBe('Trygghet: 63 under 2024. Målet på minst 60 för 2025 är uppfyllt enligt det senast kända utfallet, 2024.');
  });
  it('gives the metric’s own page the same direction', () => {
    const rows = [year(2022, 58), missing(2023), year(2024, 63)];
    expect(judge(biennial('2025-12-31'), rows, '2025-06-15').facts.trend).toMatchObject({ own: 63, before: 58, years: 2 });
    expect(judge(biennial('2025-12-31', { every: 1 }), rows, '2025-06-15').facts.trend).toBeNull();
  });
  it('is no change for the better within the margins of both measurements', () => {
    const margin = cells(metric({ ...survey, id: 'margin' }), [year(2022, 4), year(2024, 4)]);
    const measured = cells(metric({ ...survey, margin: 'margin' }), [year(2022, 58), year(2024, 63)]);
    const plans = [plan(2020, biennial('2025-12-31'))];
    const [found] = judged({ plans, metrics: [measured, margin], asOf: '2025-06-15' }).plans[0]!.goals[0]!.indicators;
    // √(4² + 4²) = 5.7, and the difference is 5.
    expect(found!.trend).toMatchObject({ difference: 5, within_margin: true });
  });
});

describe('every and lag', () => {
  it('count together: from a year earlier, and as much older', () => {
    const lagged = biennial('2026-12-31', { lag: 1 });
    expect(judge(lagged, [year(2024, 63)], '2026-06-15')).toMatchObject({ status: 'met', value: 63, period_start: '2024-01-01' });
    expect(judge(lagged, [year(2023, 63)], '2026-06-15')).toMatchObject({ reason: 'too-old' });
    expect(judge({ ...lagged, max_age: 1 }, [year(2023, 63)], '2026-06-15')).toMatchObject({ status: 'met', period_start: '2023-01-01' });
  });
  it('every third year allows two years', () => {
    const third = biennial('2026-12-31', { every: 3 });
    expect(judge(third, [year(2024, 63)], '2026-06-15').sentence).toMatch(/Nyckeltalet mäts vart tredje år, nästa gång 2027\.$/);
    expect(judge(third, [year(2023, 63)], '2026-06-15')).toMatchObject({ reason: 'too-old' });
  });
});
