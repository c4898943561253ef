import { describe, expect, it } from 'vitest';
import type { JudgedGoal, JudgedIndicator } from '../../pipeline/contract/goals.ts';
import type { Flag, Mark, Observation } from '../../pipeline/contract/observation.ts';
import { REASONS } from '../../pipeline/contract/status.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import type { Indicator, Target } from '../../pipeline/words/plan.ts';
import {
  atMost,
  cells,
  GIVEN,
  goal,
  indicator,
  judged,
  judgedIndicator,
  MEDIAN,
  metric,
  milestone,
  RATIO,
  report,
  row,
  SUM,
  type Case,
} from './support/builders.ts';

// Every target × every status, and every reason, each with the end of what readers are told: one row a case, worked out by hand.

const atLeast = (value: number, partly: number | null = null): Target => ({ type: 'at-least', limit: { type: 'number', value }, partly });
const between = (low: number, high: number, partly: readonly [number, number] | null = null): Target => ({
  type: 'between',
  low,
  high,
  partly,
});
const limitOf = (type: 'at-most' | 'at-least'): Target => ({ type, limit: { type: 'metric', id: 'budget' }, partly: null });
const LAST_YEAR: Target = { type: 'better-than-last-year' };
const group = (than: 'median' | 'mean', min_n: number): Target => ({ type: 'better-than-group', group: 'lika', than, min_n });
const NONE: Target = { type: 'none' };

/** A percentage a year, lower is better, of municipalities. 2026 is over, and the plan still runs. */
const YEARLY: Partial<MetricDeclaration> = {
  finest: 'year',
  grains: ['year'],
  windows: ['period'],
  measure: GIVEN,
  dimensions: ['municipality'],
};
const year = (of: number, value: number | null, changes: Partial<Observation> = {}) =>
  row('year', `${of}-01-01`, value, { members: ['9901'], ...changes });
const lika = { id: 'lika', name: 'Liknande', from: null, members: ['9911', '9912', '9913'], coverage: 0.5 };
const NEIGHBOURS = [5, 7, 9].map((value, i) => year(2026, value, { members: [lika.members[i]!] }));
const plain = (sentence: string) => sentence.replaceAll('\u00a0', ' ');

function judge(
  target: Target,
  rows: readonly Observation[],
  declared: Partial<MetricDeclaration> = {},
  of: Case = {},
  one: Partial<Indicator> = {},
) {
  const budget = cells(metric({ ...YEARLY, id: 'budget', name: 'Budget' }), [year(2026, 8)]);
  const own = cells(metric({ ...YEARLY, ...declared }), [...rows, ...NEIGHBOURS]);
  const found = judgedIndicator(indicator({ target, ...one }), { metrics: [own, budget], groups: [lika], asOf: '2026-12-31', ...of });
  return { ...found, sentence: plain(found.sentence) };
}
const settled = { asOf: '2027-02-01' };

describe('a target against an outcome of 2026', () => {
  // prettier-ignore
  it.each([
    // target                           value   status          the sentence, from the figure on
    ['at most', atMost(8), 7.9, 'met', '7,9 % under 2026, 0,1 procentenheter under målet på högst 8 %. Målet är uppfyllt.'],
    ['at most', atMost(8), 8.04, 'met', '8,0 % under 2026, lika med målet på högst 8 %. Målet är uppfyllt.'],
    ['at most', atMost(8), 8.05, 'not-met', '8,1 % under 2026, 0,1 procentenheter över målet på högst 8 %. Målet är inte uppfyllt.'],
    ['at most, partly', atMost(8, 8.5), 8.54, 'partly', '8,5 % under 2026, 0,5 procentenheter över målet på högst 8 %. Målet är delvis uppfyllt.'],
    ['at most, partly', atMost(8, 8.5), 8.56, 'not-met', '8,6 % under 2026, 0,6 procentenheter över målet på högst 8 %. Målet är inte uppfyllt.'],
    ['at most, finer than printed', atMost(7.94), 7.94, 'met', '7,9 % under 2026, 0,04 procentenheter under målet på högst 7,94 %. Målet är uppfyllt.'],
    ['at most, finer than printed', atMost(7.94), 7.96, 'not-met', '8,0 % under 2026, 0,06 procentenheter över målet på högst 7,94 %. Målet är inte uppfyllt.'],
    ['at least', atLeast(8), 8, 'met', '8,0 % under 2026, lika med målet på minst 8 %. Målet är uppfyllt.'],
    ['at least', atLeast(8), 7.95, 'met', '8,0 % under 2026, lika med målet på minst 8 %. Målet är uppfyllt.'],
    ['at least', atLeast(8), 7.94, 'not-met', '7,9 % under 2026, 0,1 procentenheter under målet på minst 8 %. Målet är inte uppfyllt.'],
    ['at least, partly', atLeast(8, 7), 7, 'partly', '7,0 % under 2026, 1,0 procentenheter under målet på minst 8 %. Målet är delvis uppfyllt.'],
    ['at least, partly', atLeast(8, 7), 6.94, 'not-met', '6,9 % under 2026, 1,1 procentenheter under målet på minst 8 %. Målet är inte uppfyllt.'],
    ['at most 0', atMost(0), 0, 'met', '0,0 % under 2026, lika med målet på högst 0 %. Målet är uppfyllt.'],
    ['at most 0', atMost(0), 0.04, 'met', '0,0 % under 2026, lika med målet på högst 0 %. Målet är uppfyllt.'],
    ['at most 0', atMost(0), 0.05, 'not-met', '0,1 % under 2026, 0,1 procentenheter över målet på högst 0 %. Målet är inte uppfyllt.'],
    ['at most 0, minus zero', atMost(0), -0, 'met', '0,0 % under 2026, lika med målet på högst 0 %. Målet är uppfyllt.'],
    ['at most 0, partly', atMost(0, 0.5), 0.5, 'partly', '0,5 % under 2026, 0,5 procentenheter över målet på högst 0 %. Målet är delvis uppfyllt.'],
    ['at least 0', atLeast(0), -0.04, 'met', '0,0 % under 2026, lika med målet på minst 0 %. Målet är uppfyllt.'],
    ['at least 0', atLeast(0), -0.06, 'not-met', '−0,1 % under 2026, 0,1 procentenheter under målet på minst 0 %. Målet är inte uppfyllt.'],
    ['at least 0, minus zero', atLeast(0), -0, 'met', '0,0 % under 2026, lika med målet på minst 0 %. Målet är uppfyllt.'],
    ['between, at its low end', between(6, 8), 5.95, 'met', '6,0 % under 2026, inom målet på mellan 6 och 8 %. Målet är uppfyllt.'],
    ['between, at its high end', between(6, 8), 8.04, 'met', '8,0 % under 2026, inom målet på mellan 6 och 8 %. Målet är uppfyllt.'],
    ['between, below', between(6, 8), 5.94, 'not-met', '5,9 % under 2026, 0,1 procentenheter under målet på mellan 6 och 8 %. Målet är inte uppfyllt.'],
    ['between, above', between(6, 8), 8.06, 'not-met', '8,1 % under 2026, 0,1 procentenheter över målet på mellan 6 och 8 %. Målet är inte uppfyllt.'],
    ['between, partly', between(6, 8, [5, 9]), 9.04, 'partly', '9,0 % under 2026, 1,0 procentenheter över målet på mellan 6 och 8 %. Målet är delvis uppfyllt.'],
    ['between, beyond partly', between(6, 8, [5, 9]), 4.94, 'not-met', '4,9 % under 2026, 1,1 procentenheter under målet på mellan 6 och 8 %. Målet är inte uppfyllt.'],
    ['between 0 and 0', between(0, 0), -0, 'met', '0,0 % under 2026, inom målet på mellan 0 och 0 %. Målet är uppfyllt.'],
    ['at most another metric', limitOf('at-most'), 8, 'met', '8,0 % under 2026, lika med målet på högst 8,0 % (Budget). Målet är uppfyllt.'],
    ['at most another metric', limitOf('at-most'), 8.06, 'not-met', '8,1 % under 2026, 0,1 procentenheter över målet på högst 8,0 % (Budget). Målet är inte uppfyllt.'],
    ['at least another metric', limitOf('at-least'), 7.96, 'met', '8,0 % under 2026, lika med målet på minst 8,0 % (Budget). Målet är uppfyllt.'],
    ['at least another metric', limitOf('at-least'), 7.9, 'not-met', '7,9 % under 2026, 0,1 procentenheter under målet på minst 8,0 % (Budget). Målet är inte uppfyllt.'],
    ['better than last year', LAST_YEAR, 6.9, 'met', '6,9 % under 2026, mot 7,0 % året före. Målet är uppfyllt.'],
    ['better than last year, equal as printed', LAST_YEAR, 6.96, 'not-met', '7,0 % under 2026, mot 7,0 % året före. Målet är inte uppfyllt.'],
    ['better than the median', group('median', 3), 6.9, 'met', '6,9 % under 2026, mot medianen 7,0 % i gruppen Liknande (3 med värde). Målet är uppfyllt.'],
    ['better than the mean, equal', group('mean', 3), 7, 'not-met', '7,0 % under 2026, mot medelvärdet 7,0 % i gruppen Liknande (3 med värde). Målet är inte uppfyllt.'],
    ['none', NONE, 7, 'not-assessable', '7,0 % under 2026. Inget målvärde är beslutat.'],
  ] as const)('%s, %j: %d is %s', (_, target, value, status, sentence) => {
    const found = judge(target, [year(2025, 7), year(2026, value)], {}, settled);
    expect(found).toMatchObject({ status, rests_on: target.type === 'none' ? null : 'outcome' });
    // Direction is told between figure and status, for other targets than last year's.
    expect(found.sentence.replace(/ Det är .*?(försämring|förbättring|året före)\./, '')).toBe(`Sjukfrånvaro: ${sentence}`);
  });
});

describe('a target before its period is settled', () => {
  /** Two years of months at 7, and 2026 through September at another level. */
  const months = (value: number) =>
    ['2024', '2025', '2026'].flatMap(of =>
      Array.from({ length: of === '2026' ? 9 : 12 }, (_, i) => `${of}-${String(i + 1).padStart(2, '0')}-01`).flatMap(start => {
        const at = of === '2026' ? value : 7;
        return [row('month', start, at, { numerator: String(at), denominator: '100' }), row('month', start, at, { window: 'ytd' })];
      }),
    );
  // prettier-ignore
  it.each([
    // Forecast: (9 × value + 3 × 7) / 12.
    ['forecast', atMost(8), 7, 'met', 'Målet bedöms uppfyllas'],
    ['forecast', atMost(8, 9), 9, 'partly', 'Målet bedöms delvis uppfyllas'],
    ['forecast', atMost(8), 9, 'not-met', 'Målet bedöms inte uppfyllas'],
    ['to-date', atMost(8), 8, 'met', 'Målet är hittills uppfyllt.'],
    ['to-date', atMost(8, 9), 9, 'partly', 'Målet är hittills delvis uppfyllt.'],
    ['to-date', atMost(8), 9, 'not-met', 'Målet är hittills inte uppfyllt.'],
    ['to-date', between(6, 8), 8, 'met', 'Målet är hittills uppfyllt.'],
    ['to-date', LAST_YEAR, 6, 'met', 'Målet är hittills uppfyllt.'],
  ] as const)('rests on %s: %j, %d', (rests_on, target, value, status, words) => {
    const declared = metric({ measure: rests_on === 'to-date' ? MEDIAN : RATIO });
    const found = judgedIndicator(indicator({ target }), { metrics: [cells(declared, months(value))] });
    expect(found).toMatchObject({ status, rests_on });
    expect(plain(found.sentence)).toContain(words);
  });
});

describe('a milestone, due 30 June 2026', () => {
  // prettier-ignore
  it.each([
    ['2026-06-30', 'done', 'not-met', 'met', 'outcome', 'Rutin: klart enligt rapport 20 juni 2026 (HR-chef). Målet är uppfyllt.'],
    ['2026-06-30', 'ongoing', 'not-met', 'partly', 'forecast', 'Rutin: ska vara klart 30 juni 2026. Senast rapporterat 20 juni 2026 (HR-chef): pågår. Målet bedöms delvis uppfyllas.'],
    ['2026-06-30', 'not-done', 'not-met', 'not-assessable', null, 'Rutin: ska vara klart 30 juni 2026. Senast rapporterat 20 juni 2026 (HR-chef): inte klart. Vi vet inte ännu om målet nås.'],
    ['2026-06-30', null, 'not-met', 'not-assessable', null, 'Rutin: ska vara klart 30 juni 2026. Inget är rapporterat. Vi vet inte ännu om målet nås.'],
    ['2026-07-01', 'done', 'not-met', 'met', 'outcome', 'Rutin: klart enligt rapport 20 juni 2026 (HR-chef). Målet är uppfyllt.'],
    ['2026-07-01', 'ongoing', 'not-met', 'not-met', 'outcome', 'Rutin: skulle vara klart 30 juni 2026. Senast rapporterat 20 juni 2026 (HR-chef): pågår. Målet är inte uppfyllt.'],
    ['2026-07-01', 'ongoing', 'partly', 'partly', 'outcome', 'Rutin: skulle vara klart 30 juni 2026. Senast rapporterat 20 juni 2026 (HR-chef): pågår. Målet är delvis uppfyllt.'],
    ['2026-07-01', null, 'not-met', 'not-met', 'outcome', 'Rutin: skulle vara klart 30 juni 2026. Inget är rapporterat. Målet är inte uppfyllt.'],
  ] as const)('on %s, reported %s, late: %s', (asOf, state, late, status, rests_on, sentence) => {
    const reports = state === null ? [] : [report({ state })];
    const found = judgedIndicator(milestone({ late }), { reports, asOf });
    expect({ ...found, sentence: plain(found.sentence) }).toMatchObject({ status, rests_on, sentence });
  });
});

const flagged = (flag: Flag) => [year(2026, null, { flag })];
const marked = (mark: Mark) => [year(2026, 7, { marks: [mark] })];
const goalOf = (changes: Parameters<typeof goal>[0], of: Case = {}): JudgedGoal =>
  judged({ ...of, goals: [goal(changes)] }).plans[0]!.goals[0]!;
const assessed = (reports: readonly ReturnType<typeof report>[]) =>
  goalOf({ rule: 'assessed', assessed_by: 'HR-chef', cadence: 'tertial' }, { reports, asOf: '2026-09-15' });
const retired = { proposed: null, adopted: null, retired: { date: '2026-06-30', reason: 'Ny mätmetod', replaced_by: null } };
const redefined = [{ from: '2026-05-01', reason: 'Ny definition', redefined: true, members: {} }];

type Judged = JudgedIndicator | JudgedGoal;
// prettier-ignore
const reasons: readonly (readonly [reason: string, found: () => Judged, words: string])[] = [
  ['no-outcome', () => judge(atMost(8), [], {}, settled), 'Vi vet inte ännu om målet nås: det finns inget utfall.'],
  ['missing', () => judge(atMost(8), flagged('missing'), {}, settled), 'Vi vet inte ännu om målet nås: uppgifter saknas.'],
  ['suppressed', () => judge(atMost(8), flagged('suppressed'), {}, settled), 'Målet kan inte bedömas: utfallet är dolt av hänsyn till enskilda.'],
  ['not-applicable', () => judge(atMost(8), flagged('not-applicable'), {}, settled), 'Målet kan inte bedömas: det fanns inget att mäta.'],
  ['held', () => judge(atMost(8), marked('held'), {}, settled), 'Målet kan inte bedömas: uppgifterna hålls inne tills ett fel i underlaget är utrett.'],
  ['late', () => judge(atMost(8), marked('late'), {}, settled), 'Vi vet inte ännu om målet nås: uppgifterna är försenade.'],
  ['preliminary', () => judge(atMost(8), marked('preliminary'), {}, settled), 'Vi vet inte ännu om målet nås: uppgifterna är preliminära.'],
  ['incomplete', () => judge(atMost(8), marked('incomplete'), {}, settled), 'Vi vet inte ännu om målet nås: uppgifterna är ofullständiga.'],
  ['partial', () => judge(atMost(8), marked('partial'), {}, settled), 'Vi vet inte ännu om målet nås: uppgifterna gäller bara en del av perioden.'],
  ['too-old', () => judge(atMost(8), [year(2024, 7)], {}, settled, { lag: 1 }), 'Målet kan inte bedömas: det senast kända utfallet är för gammalt.'],
  ['few-members', () => judge(group('median', 4), [year(2026, 7)], {}, settled), 'Målet kan inte bedömas: 3 i jämförelsegruppen har ett värde och minst 4 krävs.'],
  ['nothing-to-compare', () => judge(LAST_YEAR, [year(2026, 7)], {}, settled), 'Målet kan inte bedömas: det finns inget att jämföra med.'],
  ['nothing-to-compare', () => judge(group('mean', 3), [year(2026, 7)], { desired: 'none' }, settled), 'Målet kan inte bedömas: det finns inget att jämföra med.'],
  ['definition-changed', () => judge(atMost(8), [year(2026, 7)], { rebase: redefined }, settled), 'Målet kan inte bedömas: nyckeltalets definition har ändrats.'],
  ['not-done', () => judgedIndicator(milestone(), { asOf: '2026-06-01' }), 'Vi vet inte ännu om målet nås.'],
  ['coverage', () => goalOf({ indicators: [indicator()] }), 'Vi vet inte ännu om målet nås: för få av delarna har en status. Den enda delen kan inte bedömas.'],
  ['no-assessment', () => assessed([]), 'Vi vet inte ännu om målet nås: ingen bedömning är lämnad.'],
  ['no-forecast', () => judge(atMost(8), [year(2025, 7), year(2026, 7, { marks: ['partial'] })], { measure: SUM }), 'Vi vet inte ännu om målet nås: historiken är för kort för en prognos.'],
  ['not-public', () => judgedIndicator(indicator(), { declared: [metric()], audience: 'public' }), 'Målet kan inte bedömas: underlaget är inte offentligt.'],
  ['retired', () => judge(atMost(8), [year(2026, 7)], { life: retired }, settled), 'Målet kan inte bedömas: nyckeltalet har upphört.'],
  ['no-target', () => judge(NONE, [year(2026, 7)], {}, settled), 'Inget målvärde är beslutat.'],
  ['overdue', () => assessed([report({ id: 'G1', period: '2026-T1', status: 'met' })]), 'Bedömning (HR-chef, 20 juni 2026): uppfyllt. ”Text.” Nästa bedömning är försenad.'],
];

describe('a reason', () => {
  it.each(reasons)('%s is told', (reason, found, words) => {
    const judgedAs = found();
    expect(judgedAs).toMatchObject({ reason, status: reason === 'overdue' ? 'met' : 'not-assessable' });
    expect(plain(judgedAs.sentence).endsWith(words), judgedAs.sentence).toBe(true);
  });
  it('of the contract is in this table, each one', () => {
    expect(REASONS.filter(reason => !reasons.some(([told]) => told === reason))).toEqual([]);
  });
});
