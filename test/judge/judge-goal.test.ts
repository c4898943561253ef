import { describe, expect, it } from 'vitest';
import type { Goal } from '../../pipeline/words/plan.ts';
import { atMost, cells, goal, indicator, judged, metric, report, row } from './support/builders.ts';

const metrics = [cells(metric(), [row('year', '2025-01-01', 7.5)])];
const met = (id: string) => indicator({ id, lag: 1, target: atMost(8) });
const missed = (id: string) => indicator({ id, lag: 1, target: atMost(7) });
const judge = (one: Partial<Goal>, reports: Parameters<typeof report>[0][] = [], asOf = '2026-10-15') =>
  judged({ goals: [goal(one)], metrics, reports: reports.map(report), asOf }).plans[0]!.goals[0]!;

describe('a goal', () => {
  it('counts its own indicators and its direct child goals', () => {
    const child = goal({ id: 'G2', rule: 'worst', indicators: [met('A'), missed('B')] });
    const of = (counts: Goal['counts']) => judge({ counts, indicators: [met('C')], goals: [child] });
    expect(of('both')).toMatchObject({ status: 'partly', rests_on: 'outcome', covered: 1 });
    expect(of('indicators').status).toBe('met');
    expect(of('goals').status).toBe('not-met');
  });
  it('weighs its parts', () => {
    expect(judge({ rule: 'majority', indicators: [{ ...met('A'), weight: 3 }, missed('B'), missed('C')] }).status).toBe('met');
  });
  it('without parts has nothing to count', () => {
    expect(judge({ rule: null })).toMatchObject({ status: 'not-assessable', reason: 'coverage', covered: 0 });
  });
  it('that is assessed keeps the words of other roles beside', () => {
    const said = [
      { id: 'G1', role: 'Direktör', status: 'met' as const, date: '2026-09-01' },
      { id: 'G1', role: 'Nämnden', status: 'not-met' as const, date: '2026-09-20', amount: '-1250000' },
    ];
    const found = judge({ rule: 'assessed', assessed_by: 'Direktör', indicators: [missed('A')] }, said);
    expect(found).toMatchObject({ status: 'met', rests_on: 'assessment', covered: null });
    expect(found.assessments.map(a => [a.role, a.amount])).toEqual([
      ['Direktör', null],
      ['Nämnden', '-1250000'],
    ]);
  });
  it('is never overwritten by an assessment', () => {
    expect(judge({ indicators: [missed('A')] }, [{ id: 'G1', status: 'met' }]).status).toBe('not-met');
    expect(judge({ indicators: [missed('A')] }, [{ id: 'A', status: 'met' }]).indicators[0]).toMatchObject({
      status: 'not-met',
      assessments: [{ status: 'met' }],
    });
  });
  it('does not hear what is dated after the day', () => {
    const said = [{ id: 'G1', role: 'Direktör', status: 'met' as const, date: '2026-10-20' }];
    expect(judge({ rule: 'assessed', assessed_by: 'Direktör' }, said).reason).toBe('no-assessment');
  });
});

const ACTIVITY = { cost: '250000 sek', cost_sek: '250000', benefit: null, benefit_sek: null, benefit_from: null };

describe('an activity', () => {
  const activity = { id: 'A1', name: 'Hälsosamtal', responsible: 'HR-chef', by: '2026-10-01', ...ACTIVITY };
  const of = (states: ('done' | 'ongoing')[], asOf?: string) =>
    judge(
      { activities: [activity] },
      states.map(state => ({ id: 'A1', state })),
      asOf,
    ).activities[0]!;
  it('has the state of its latest report', () =>
    expect(of(['ongoing', 'done'])).toMatchObject({ state: 'done', late: false, cost: '250000 sek' }));
  it('is late when its day has passed undone', () => {
    expect(of(['ongoing'])).toMatchObject({ state: 'ongoing', late: true });
    expect(of(['ongoing'], '2026-10-01').late).toBe(false);
    expect(of([])).toMatchObject({ state: null, late: true, reports: [] });
  });
});

describe('what activities cost and give', () => {
  const activity = (id: string, changes: Partial<typeof ACTIVITY> | { benefit_sek: string }) => ({
    id,
    name: id,
    responsible: null,
    by: null,
    ...ACTIVITY,
    cost: null,
    cost_sek: null,
    ...changes,
  });
  it('is summed exactly over those that say it, and counted', () => {
    const activities = [
      activity('A1', { cost_sek: '0.10' }),
      activity('A2', { cost_sek: '0.20' }),
      activity('A3', { benefit_sek: '600000' }),
      activity('A4', {}),
    ];
    // In binary 0.1 + 0.2 is not 0.3.
    expect(judge({ activities }).activity_sums).toEqual({
      cost_sek: '0.30',
      benefit_sek: '600000',
      realised_sek: null,
      with_amount: 3,
      activities: 4,
    });
  });
  it('has the benefit that was last reported, not the sum of what was said', () => {
    const said = [
      { id: 'A1', date: '2026-05-10', benefit: '100000.00' },
      { id: 'A1', date: '2026-09-10', benefit: '250000.50' },
      { id: 'A1', date: '2026-10-01', amount: '90000.00' },
    ];
    const found = judge({ activities: [activity('A1', {})] }, said);
    expect(found.activities[0]).toMatchObject({ realised_sek: '250000.50', cost_sek: null });
    expect(found.activity_sums).toMatchObject({ realised_sek: '250000.50', cost_sek: null, with_amount: 1 });
  });
  it('is nothing where none says an amount', () => {
    expect(judge({ activities: [activity('A1', {})] }).activity_sums).toBeNull();
    expect(judge({}).activity_sums).toBeNull();
  });
});

describe('an assignment', () => {
  const assignment = { id: 'U1', name: 'Utred', to: 'SOC', by: '2026-09-30', text: 'Utred lokalerna.' };
  const of = (...said: Parameters<typeof report>[0][]) => judge({ assignments: [assignment] }, said).assignments[0]!;
  it('is late until it is answered', () => {
    expect(of().late).toBe(true);
    expect(of({ id: 'U1', text: 'Klart.' })).toMatchObject({ late: false, answers: [{ text: 'Klart.' }] });
  });
  it('is not answered by a report that it is ongoing', () => {
    expect(of({ id: 'U1', state: 'ongoing' }).late).toBe(true);
    expect(of({ id: 'U1', state: 'ongoing' }, { id: 'U1', state: 'done' }).late).toBe(false);
  });
  it.each([
    [[], 'Skulle ha varit klart 30 september 2026 och är försenat. Inget svar är lämnat.'],
    [
      [{ state: 'ongoing' as const, date: '2026-09-28' }],
      'Skulle ha varit klart 30 september 2026 och är försenat. Senaste svaret, 28 september 2026 (HR-chef): pågår.',
    ],
    [
      [{ state: 'ongoing' as const }, { state: 'not-done' as const, date: '2026-10-02' }],
      'Skulle ha varit klart 30 september 2026 och är försenat. Senaste svaret, 2 oktober 2026 (HR-chef): inte klart.',
    ],
    [[{ state: 'ongoing' as const }, { state: 'done' as const, date: '2026-10-05' }], 'Klart enligt svar 5 oktober 2026 (HR-chef).'],
    [[{ date: '2026-10-05' }], 'Besvarat 5 oktober 2026 (HR-chef).'],
  ])('answered %j says where it stands', (said, sentence) => {
    expect(of(...said.map(one => ({ id: 'U1', ...one }))).sentence).toBe(sentence);
  });
  it('says its day before that has passed, and no day where it has none', () => {
    const before = (by: string | null) => judge({ assignments: [{ ...assignment, by }] }, [{ id: 'U1', state: 'ongoing' }]).assignments[0]!;
    expect(before('2026-11-30')).toMatchObject({
      late: false,
      sentence: 'Ska vara klart 30 november 2026. Senaste svaret, 20 juni 2026 (HR-chef): pågår.',
    });
    expect(before(null)).toMatchObject({ late: false, sentence: 'Senaste svaret, 20 juni 2026 (HR-chef): pågår.' });
  });
});
