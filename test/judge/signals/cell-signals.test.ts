import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import type { MetricDeclaration, Rebase } from '../../../pipeline/words/metric.ts';
import { atMost, cells, goal, indicator, judged, metric, row, SUM, type Case } from '../support/builders.ts';
import { aSeries, CALM } from './a-series.ts';

const AS_OF = '2026-01-10';
function judge(rows: readonly Observation[], changes: Partial<MetricDeclaration> = {}, of: Case = {}) {
  const { facts, judgements } = judged({ asOf: AS_OF, metrics: [cells(metric({ windows: ['period'], ...changes }), rows)], ...of });
  return { ...judgements[0]!.cells[0]!, facts: facts[0]! };
}
const calmThen = (...last: number[]) => aSeries('2024-01-01', [...CALM.slice(0, 24 - last.length), ...last]);
const rebase = (changes: Partial<Rebase>): Rebase => ({
  from: '2025-01-01',
  reason: 'Nytt system',
  redefined: false,
  members: {},
  ...changes,
});

describe('the signals of a cell', () => {
  it('are limits and each settled month’s special cause and type', () => {
    const { signals } = judge(calmThen(20));
    expect(signals.segments).toMatchObject([{ first: '2024-01-01', last: '2025-12-31', points: 24, reason: null, season: null }]);
    expect(signals.points).toHaveLength(24);
    expect(signals.points.at(-1)).toEqual({
      period_start: '2025-12-01',
      value: 20,
      special_cause: 'Above UCL',
      point_type: 'special_cause_concern',
    });
  });

  it.each([
    ['lower', 'special_cause_concern'],
    ['higher', 'special_cause_improvement'],
    ['none', 'special_cause_neutral_high'],
    ['target', 'special_cause_neutral_high'],
  ] as const)('with desired %s, high is %s', (desired, type) => {
    expect(judge(calmThen(20), { desired }).signals.points.at(-1)?.point_type).toBe(type);
  });

  it('leave out what is hidden, missing or not settled, and name it', () => {
    const rows = calmThen().map(one => {
      if (one.period_start === '2024-05-01') return { ...one, value: null, flag: 'suppressed' as const };
      return one.period_start === '2025-12-01' ? { ...one, marks: ['preliminary' as const] } : one;
    });
    const { signals } = judge(rows);
    expect(signals.left_out).toEqual([
      { period_start: '2024-05-01', reason: 'suppressed' },
      { period_start: '2025-12-01', reason: 'preliminary' },
    ]);
    expect(signals.points).toHaveLength(22);
    expect(signals.segments[0]).toMatchObject({ points: 22, last: '2025-11-30' });
  });

  it('are of the period alone: what is cumulative or rolling is not in them', () => {
    const ytd = calmThen().map(one => ({ ...one, window: 'ytd' as const, value: 1000 }));
    const rolling = calmThen().map(one => ({ ...one, window: 'rolling-12' as const, value: 1000 }));
    expect(judge([...calmThen(), ...ytd, ...rolling]).signals).toEqual(judge(calmThen()).signals);
  });

  it('never read a period that has not ended', () => {
    expect(judge([...calmThen(), row('month', '2026-01-01', 99)]).signals.points).toHaveLength(24);
  });

  it('need twelve points', () => {
    const { signals } = judge(aSeries('2025-01-01', CALM.slice(0, 11)));
    expect(signals).toMatchObject({ reason: 'too-few-points', segments: [], points: [], assurance: [] });
    expect(signals.left_out).toHaveLength(11);
    expect(judge(aSeries('2025-01-01', CALM.slice(0, 12))).signals.reason).toBeNull();
  });

  it('have no limits where nothing varies', () => {
    const { signals } = judge(aSeries('2024-01-01', new Array<number>(24).fill(3)));
    expect(signals.segments).toMatchObject([{ mean: 3, lpl: null, upl: null }]);
    expect(signals.points.every(point => point.special_cause === 'Common Cause')).toBe(true);
  });

  it('a month without a row breaks a run', () => {
    const run = [...CALM.slice(0, 16), 11, 12, 11, null, 11, 12, 11, 12];
    expect(judge(aSeries('2024-01-01', run)).signals.points.at(-1)?.special_cause).toBe('Common Cause');
  });
});

describe('a declared change', () => {
  const rows = aSeries('2024-01-01', [...CALM.slice(0, 12), ...CALM.slice(12).map(value => value + 20)]);

  it('begins limits of its own, with its reason', () => {
    const { segments, points } = judge(rows, { rebase: [rebase({})] }).signals;
    expect(segments).toMatchObject([
      { first: '2024-01-01', last: '2024-12-31', points: 12, reason: null },
      { first: '2025-01-01', last: '2025-12-31', points: 12, reason: 'Nytt system' },
    ]);
    expect(points.every(point => point.special_cause === 'Common Cause')).toBe(true);
    expect(judge(rows).signals.points.some(point => point.special_cause !== 'Common Cause')).toBe(true);
  });

  it('is of the cells it names alone', () => {
    const other = rebase({ members: { organisation: 'SOC' } });
    expect(judge(rows, { rebase: [other] }).signals.segments).toHaveLength(1);
    const own = rows.map(one => ({ ...one, members: ['SOC'] }));
    expect(judge(own, { rebase: [other] }).signals.segments).toHaveLength(2);
  });

  it('leaves the months out until there are twelve', () => {
    const { segments, left_out } = judge(rows, { rebase: [rebase({ from: '2025-03-01' })] }).signals;
    expect(segments).toHaveLength(1);
    expect(left_out).toHaveLength(10);
    expect(left_out[0]).toEqual({ period_start: '2025-03-01', reason: 'too-few-points' });
  });

  it('of the definition leaves nothing to compare with, and says so', () => {
    const two = { windows: ['period', 'ytd'] as const, rebase: [rebase({ redefined: true })] };
    const withYtd = [...rows, ...rows.map(one => ({ ...one, window: 'ytd' as const }))];
    expect(judge(withYtd, { ...two, rebase: [rebase({})] }).trend).not.toBeNull();
    expect(judge(withYtd, two).trend).toBeNull();
    const one = indicator({ by: '2026-12-31' });
    const of = { asOf: '2026-06-10', goals: [goal({ indicators: [one] })] };
    const at = (from: string) =>
      judged({ ...of, metrics: [cells(metric({ rebase: [rebase({ from, redefined: true })] }), withYtd)] }).plans[0]!.goals[0]!
        .indicators[0];
    expect(at('2026-03-01')).toMatchObject({ status: 'not-assessable', reason: 'definition-changed', trend: null });
    expect(at('2026-01-01')?.reason).not.toBe('definition-changed');
  });
});

describe('a season', () => {
  /** Four years about 10, July nine lower, with a little that is not season. */
  const seasonal = (last = 0) =>
    aSeries(
      '2022-01-01',
      Array.from({ length: 48 }, (_, i) => 10 + (i % 12 === 6 ? -9 : 0) + 0.3 * (((i * 7) % 5) - 2) + (i === 47 ? last : 0)),
    );

  it('is taken out before limits and causes, and published', () => {
    const { segments, points } = judge(seasonal()).signals;
    expect(segments[0]!.season!.map(Math.round)).toEqual([1, 1, 1, 1, 1, 1, -8, 1, 1, 1, 1, 1]);
    expect(segments[0]!.upl! - segments[0]!.lpl!).toBeLessThan(4);
    expect(points.map(point => point.special_cause).filter(cause => cause !== 'Common Cause')).toEqual([]);
  });

  it('is in what is said of usual variation', () => {
    expect(judge(seasonal(8)).sentence).toMatch(
      /Det avviker från det vanliga mönstret: vanlig variation i december är \S+\u00a0% till \S+\u00a0%\./,
    );
  });
});

describe('assurance', () => {
  const sure = (value: number, changes: Partial<MetricDeclaration> = {}, measures: 'month' | 'year' = 'year') => {
    const one = indicator({ measures, by: '2026-12-31', target: atMost(value) });
    const { signals, sentence } = judge(calmThen(), changes, {
      asOf: AS_OF,
      goals: [goal({ indicators: [one] })],
      metrics: [cells(metric({ windows: ['period'], ...changes }), calmThen())],
    });
    return { assurance: signals.assurance, sentence };
  };

  it.each([
    [20, 'consistent_pass', 'Med vanlig variation nås målet på högst 20\u00a0% varje månad.'],
    [10, 'inconsistent', 'Med vanlig variation nås målet på högst 10\u00a0% vissa månader och andra inte.'],
    [3, 'consistent_fail', 'Med vanlig variation nås målet på högst 3\u00a0% ingen månad.'],
  ] as const)('of a target of at most %d is %s', (target, assurance, sentence) => {
    const found = sure(target);
    expect(found.assurance).toEqual([{ indicator: '2026/I1', assurance }]);
    expect(found.sentence).toContain(sentence);
  });

  it('is not said of a year’s target on what grows through the year', () => {
    expect(sure(200, { measure: SUM }).assurance).toEqual([]);
    expect(sure(20, { measure: SUM }, 'month').assurance).toHaveLength(1);
  });
});

describe('the words', () => {
  it('say what is outside usual variation', () => {
    expect(judge(calmThen(20)).sentence).toMatch(
      /^Sjukfrånvaro: 20,0\u00a0% i december 2025\. Det avviker från det vanliga mönstret: vanlig variation är \S+\u00a0% till \S+\u00a0%\./,
    );
  });
  it('say a run, its level and its length', () => {
    expect(judge(calmThen(10.9, 11.1, 10.8, 11, 10.9, 11.2, 10.9, 11)).sentence).toMatch(
      /Nyckeltalet har legat över sin vanliga nivå, \S+\u00a0%, åtta månader i rad\./,
    );
  });
  it('say a trend', () => {
    expect(judge(calmThen(9, 9.2, 9.5, 9.9, 10.2, 10.5, 10.9)).sentence).toContain('Nyckeltalet har ökat sex månader i rad.');
  });
  it('say nothing of what is usual', () => {
    expect(judge(calmThen()).sentence).toBe('Sjukfrånvaro: 9,0\u00a0% i december 2025.');
  });
  it('say of a series that has been unusually high and low within a year that it swings', () => {
    const rows = aSeries('2024-01-01', [...CALM.slice(0, 20), 20, 10, 0, 9]);
    const swinging = [
      ...rows,
      ...rows.map(one => ({ ...one, window: 'ytd' as const, value: one.value! + Number(one.period_start > '2025') })),
    ];
    const { trend, sentence } = judge(swinging, { windows: ['period', 'ytd'] });
    expect(trend?.direction).toBe('swings');
    expect(sentence).toMatch(/samma period året före, men nyckeltalet svänger\.|året före, men nyckeltalet svänger\./);
  });
});
