import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { firstDay, monthOf } from '../../pipeline/contract/period.ts';
import { sv } from '../../pipeline/judge/texts/sv.ts';
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
  report,
  row,
  SUM,
  type Case,
} from './support/builders.ts';

/** As readers see it, with plain spaces in place of no-break ones. */
const plain = (sentence: string) => sentence.replaceAll('\u00a0', ' ');
const said = (
  one: Parameters<typeof judgedIndicator>[0],
  rows: readonly Observation[] = [],
  changes: Parameters<typeof metric>[0] = {},
  of: Case = {},
) => plain(judgedIndicator(one, { metrics: [cells(metric(changes), rows)], ...of }).sentence);
const months = (from: string, count: number, value: number, changes: Partial<Observation> = {}) =>
  Array.from({ length: count }, (_, i) => firstDay(monthOf(from) + i)).flatMap(start => [
    row('month', start, value, { numerator: String(value), denominator: '100', ...changes }),
    row('month', start, value, { window: 'ytd', ...changes }),
  ]);
const tertial = indicator({ measures: 'tertial', by: '2026-08-31' });
const inTertial = (value: number) => [row('tertial', '2026-05-01', value)];

describe('the sentence of an indicator', () => {
  it.each([
    [atMost(6.5), 6.8, 'Sjukfrånvaro: 6,8 % under maj–augusti 2026, 0,3 procentenheter över målet på högst 6,5 %. Målet är inte uppfyllt.'],
    [
      atMost(6.5, 7),
      6.8,
      'Sjukfrånvaro: 6,8 % under maj–augusti 2026, 0,3 procentenheter över målet på högst 6,5 %. Målet är delvis uppfyllt.',
    ],
    [atMost(6.5), 6.54, 'Sjukfrånvaro: 6,5 % under maj–augusti 2026, lika med målet på högst 6,5 %. Målet är uppfyllt.'],
    [atMost(6.25), 6, 'Sjukfrånvaro: 6,0 % under maj–augusti 2026, 0,25 procentenheter under målet på högst 6,25 %. Målet är uppfyllt.'],
    [
      { type: 'between', low: 6, high: 7, partly: null } as const,
      6.8,
      'Sjukfrånvaro: 6,8 % under maj–augusti 2026, inom målet på mellan 6 och 7 %. Målet är uppfyllt.',
    ],
    [
      { type: 'between', low: 6, high: 7, partly: null } as const,
      5,
      'Sjukfrånvaro: 5,0 % under maj–augusti 2026, 1,0 procentenheter under målet på mellan 6 och 7 %. Målet är inte uppfyllt.',
    ],
  ])('says value, period, target and difference: %j of %d', (target, value, sentence) => {
    expect(said({ ...tertial, target }, inTertial(value))).toBe(sentence);
  });
  it('says a month as a reader does', () => {
    expect(said(indicator({ measures: 'month', by: '2026-08-31' }), [row('month', '2026-08-01', 8)])).toBe(
      'Sjukfrånvaro: 8,0 % i augusti 2026, lika med målet på högst 8 %. Målet är uppfyllt.',
    );
  });
  it('says a stock by the month it was read in', () => {
    expect(said(tertial, inTertial(8), { over_time: 'last' })).toMatch(/^Sjukfrånvaro: 8,0 % i augusti 2026,/);
  });
  it('puts one in the singular, and an unknown singular with a decimal', () => {
    const of = (unit: string) => said({ ...tertial, target: atMost(2) }, inTertial(1), { unit, decimals: 0, per: 1 });
    expect(of('days')).toBe('Sjukfrånvaro: 1 dag under maj–augusti 2026, 1 dag under målet på högst 2 dagar. Målet är uppfyllt.');
    expect(of('percent')).toBe('Sjukfrånvaro: 1 % under maj–augusti 2026, 1 procentenhet under målet på högst 2 %. Målet är uppfyllt.');
    expect(of('veckor')).toBe('Sjukfrånvaro: 1,0 veckor under maj–augusti 2026, 1 under målet på högst 2 veckor. Målet är uppfyllt.');
  });
  it('does not say a unit that is its own name', () => {
    expect(said(tertial, inTertial(7), { name: 'Veckor', unit: 'veckor' })).toMatch(/^Veckor: 7,0 under maj–augusti 2026,/);
  });
  it('says which metric a limit is', () => {
    const budget = cells(metric({ id: 'budget', name: 'Budget', unit: 'sek', decimals: 0, measure: SUM }), [
      row('tertial', '2026-05-01', 28_800_000),
    ]);
    const cost = cells(metric({ name: 'Nettokostnad', unit: 'sek', decimals: 0, measure: SUM, desired: 'none' }), [
      row('tertial', '2026-05-01', 29_120_044.03),
    ]);
    const one = { ...tertial, target: { type: 'at-most', limit: { type: 'metric', id: 'budget' }, partly: null } as const };
    expect(said(one, [], {}, { metrics: [cost, budget] })).toBe(
      'Nettokostnad: 29 120 044 kr under maj–augusti 2026, 320 044 kr över målet på högst 28 800 000 kr (Budget). Målet är inte uppfyllt.',
    );
  });
  it('says last year, and which months where the years differ', () => {
    const one = { ...tertial, target: { type: 'better-than-last-year' } as const };
    const whole = [...months('2025-05-01', 4, 7), ...months('2026-05-01', 4, 8), row('tertial', '2025-05-01', 7), ...inTertial(8)];
    expect(said(one, whole)).toBe('Sjukfrånvaro: 8,0 % under maj–augusti 2026, mot 7,0 % samma period året före. Målet är inte uppfyllt.');
    const cell = { numerator: null, denominator: null, population: null, flag: null };
    const comparison = {
      ...inTertial(6.9)[0]!,
      months: ['2026-05-01', '2026-06-01', '2026-08-01'],
      own: { ...cell, value: 7.26 },
      before: { ...cell, value: 5.45 },
    };
    expect(said(one, [], {}, { metrics: [cells(metric(), inTertial(6.9), { comparisons: [comparison] })] })).toBe(
      'Sjukfrånvaro: 6,9 % under maj–augusti 2026. Jämfört över maj–juni och augusti 2026, som finns båda åren: 7,3 % mot 5,5 % året före. Målet är inte uppfyllt.',
    );
  });
  it('says the trend beside the target', () => {
    const whole = [...months('2025-05-01', 4, 7), ...months('2026-05-01', 4, 8), row('tertial', '2025-05-01', 7), ...inTertial(8)];
    expect(said(tertial, whole)).toContain('Det är 1,0 procentenheter högre än samma period året före, en försämring. Målet är uppfyllt.');
    expect(said(tertial, whole, { unit: 'count', decimals: 0, desired: 'higher' })).toContain(
      'Det är 1 fler än samma period året före, en förbättring.',
    );
  });
  it('says what is known latest, and of whom it is compared', () => {
    const declared = { dimensions: ['municipality'], finest: 'year', grains: ['year'], windows: ['period'], measure: GIVEN } as const;
    const at = (id: string, value: number) => row('year', '2025-01-01', value, { members: [id] });
    const groups = [{ id: 'lika', name: 'Liknande kommuner', from: null, members: ['9911', '9912'], coverage: 0.5 }];
    const one = indicator({ lag: 1, target: { type: 'better-than-group', group: 'lika', than: 'median', min_n: 2 } });
    const rows = [at('9901', 6.4), at('9911', 6.8), at('9912', 7.2)];
    expect(said(one, rows, declared, { groups })).toBe(
      'Sjukfrånvaro: 6,4 % (senast kända, 2025), mot medianen 7,0 % i gruppen Liknande kommuner (2 med värde). Målet är uppfyllt.',
    );
    expect(said({ ...one, target: { ...one.target, min_n: 3 } as typeof one.target }, rows, declared, { groups })).toBe(
      'Sjukfrånvaro: 6,4 % (senast kända, 2025). Målet kan inte bedömas: 2 i jämförelsegruppen har ett värde och minst 3 krävs.',
    );
  });
  it('says bedöms of a forecast', () => {
    expect(said(indicator(), [...months('2024-01-01', 24, 7), ...months('2026-01-01', 9, 9)])).toBe(
      'Sjukfrånvaro: 9,0 % under januari–september 2026. Det är 2,0 procentenheter högre än samma period året före, en försämring. ' +
        'Prognosen är 8,5 % för 2026, 0,5 procentenheter över målet på högst 8 %. Målet bedöms inte uppfyllas.',
    );
  });
  it('says hittills of an outcome to date, and that figures are late', () => {
    const rows = [...months('2026-01-01', 8, 7), ...months('2026-09-01', 1, 9, { marks: ['late'] })];
    expect(said(indicator(), rows, { measure: MEDIAN })).toBe(
      'Sjukfrånvaro: 7,0 % under januari–augusti 2026, 1,0 procentenheter under målet på högst 8 %. Målet är hittills uppfyllt.',
    );
    const own = [row('tertial', '2026-09-01', 7, { marks: ['partial', 'late'] }), row('month', '2026-09-01', 7)];
    expect(said(indicator({ measures: 'tertial' }), own)).toMatch(/Målet är hittills uppfyllt\. Uppgifterna är försenade\.$/);
  });
  it.each([
    ['no-outcome', [], 'Vi vet inte ännu om målet nås: det finns inget utfall.'],
    ['missing', [row('tertial', '2026-05-01', null, { flag: 'missing' })], 'Vi vet inte ännu om målet nås: uppgifter saknas.'],
    [
      'suppressed',
      [row('tertial', '2026-05-01', null, { flag: 'suppressed' })],
      'Målet kan inte bedömas: utfallet är dolt av hänsyn till enskilda.',
    ],
  ] as const)('says why it is not known: %s', (reason, rows, sentence) => {
    expect(said(tertial, rows)).toBe(`Sjukfrånvaro. ${sentence}`);
    expect(sentence).toContain(sv.reason[reason]);
  });
  it('that is not public says so and nothing else', () => {
    expect(plain(judgedIndicator(indicator(), { declared: [metric()], audience: 'public' }).sentence)).toBe(
      'Sjukfrånvaro. Målet kan inte bedömas: underlaget är inte offentligt.',
    );
  });
});

describe('the sentence of a milestone', () => {
  it.each([
    [
      '2026-06-30',
      'ongoing',
      'Rutin: ska vara klart 30 juni 2026. Senast rapporterat 20 juni 2026 (HR-chef): pågår. Målet bedöms delvis uppfyllas.',
    ],
    [
      '2026-06-30',
      'not-done',
      'Rutin: ska vara klart 30 juni 2026. Senast rapporterat 20 juni 2026 (HR-chef): inte klart. Vi vet inte ännu om målet nås.',
    ],
    [
      '2026-07-01',
      'ongoing',
      'Rutin: skulle vara klart 30 juni 2026. Senast rapporterat 20 juni 2026 (HR-chef): pågår. Målet är inte uppfyllt.',
    ],
    ['2026-07-01', 'done', 'Rutin: klart enligt rapport 20 juni 2026 (HR-chef). Målet är uppfyllt.'],
    ['2026-06-30', null, 'Rutin: ska vara klart 30 juni 2026. Inget är rapporterat. Vi vet inte ännu om målet nås.'],
  ] as const)('on %s, reported %s', (asOf, state, sentence) => {
    expect(said(milestone(), [], {}, { asOf, reports: state ? [report({ state })] : [] })).toBe(sentence);
  });
});

describe('the sentence of a goal', () => {
  const goalSaid = (one: Parameters<typeof goal>[0], of: Case = {}) =>
    plain(judged({ goals: [goal(one)], ...of }).plans[0]!.goals[0]!.sentence);
  const metrics = [cells(metric(), [row('year', '2025-01-01', 7.5), ...months('2026-01-01', 9, 9)])];
  const of = (id: string, limit: number, lag: number) => indicator({ id, lag, target: atMost(limit) });

  it('says where its parts stand, and what that rests on', () => {
    const indicators = [of('A', 8, 1), of('B', 9, 1), of('C', 7, 1), of('D', 8, 0), milestone({ by: '2026-12-31' })];
    expect(goalSaid({ indicators }, { metrics })).toBe(
      'Målet är hittills delvis uppfyllt. Av 5 delar: 2 är uppfyllda, 1 är inte uppfylld, 1 är hittills inte uppfylld och 1 kan inte bedömas.',
    );
  });
  it('says a single part as one', () => {
    expect(goalSaid({ indicators: [of('A', 8, 1)] }, { metrics })).toBe('Målet är uppfyllt. Den enda delen är uppfylld.');
  });
  it('says once what all its parts have in common', () => {
    expect(goalSaid({ indicators: [of('A', 8, 1), of('B', 8, 1)] }, { metrics })).toBe('Målet är uppfyllt. Båda delarna är uppfyllda.');
    expect(goalSaid({ indicators: ['A', 'B', 'C'].map(id => of(id, 8, 1)) }, { metrics })).toBe(
      'Målet är uppfyllt. Alla 3 delar är uppfyllda.',
    );
  });
  it('never says of all that they are not', () => {
    expect(goalSaid({ indicators: [of('A', 7, 1), of('B', 7, 1)] }, { metrics })).toBe(
      'Målet är inte uppfyllt. Av 2 delar: 2 är inte uppfyllda.',
    );
  });
  it('says that too few parts have a status', () => {
    expect(goalSaid({ coverage: 0.6, indicators: [of('A', 8, 1), milestone({ by: '2026-12-31' })] }, { metrics })).toBe(
      'Vi vet inte ännu om målet nås: för få av delarna har en status. Av 2 delar: 1 är uppfylld och 1 kan inte bedömas.',
    );
  });
  it('says that it has none', () => {
    expect(goalSaid({ rule: null })).toBe('Vi vet inte ännu om målet nås. Målet har inga delar som mäts.');
  });
  it('that is assessed has the assessor’s words, with role and date', () => {
    const assessed = { rule: 'assessed', assessed_by: 'Kommundirektör', cadence: 'tertial' } as const;
    const reports = [
      report({
        id: 'G1',
        role: 'Kommundirektör',
        status: 'partly',
        period: '2026-T1',
        date: '2026-05-12',
        text: 'Svarstiderna har kortats.',
      }),
    ];
    expect(goalSaid(assessed, { reports })).toBe(
      'Bedömning (Kommundirektör, 12 maj 2026): delvis uppfyllt. ”Svarstiderna har kortats.” Nästa bedömning är försenad.',
    );
    expect(goalSaid(assessed)).toBe('Vi vet inte ännu om målet nås: ingen bedömning är lämnad.');
  });
});

describe('the sentence of a metric', () => {
  const metricSaid = (rows: readonly Observation[], changes: Parameters<typeof metric>[0] = {}, of: Case = {}) =>
    plain(judged({ metrics: [cells(metric(changes), rows)], ...of }).facts[0]!.sentence);

  it('says the latest month, the year so far, its direction, its targets and what is late', () => {
    const late = row('month', '2026-09-01', null, { flag: 'missing', marks: ['late'] });
    const rows = [...months('2025-01-01', 12, 7), ...months('2026-01-01', 8, 9), late];
    expect(metricSaid(rows, { measure: MEDIAN }, { goals: [goal({ indicators: [indicator()] })] })).toBe(
      'Sjukfrånvaro: 9,0 % i augusti 2026. Under januari–augusti 2026: 9,0 %. Det är 2,0 procentenheter högre än samma period året före, en försämring. ' +
        'Målet på högst 8 % för 2026 är hittills inte uppfyllt. Uppgifterna för september 2026 är försenade.',
    );
  });
  it('says nothing twice in January', () => {
    expect(metricSaid(months('2026-01-01', 1, 7), {}, { asOf: '2026-02-10' })).toBe('Sjukfrånvaro: 7,0 % i januari 2026.');
  });
  it('says that it is not known, and why', () => {
    expect(metricSaid([])).toBe('Sjukfrånvaro: vi vet inte ännu, det finns inget utfall.');
    expect(metricSaid(months('2026-01-01', 9, 0, { value: null, flag: 'suppressed' }))).toBe(
      'Sjukfrånvaro: utfallet är dolt av hänsyn till enskilda.',
    );
  });
});
