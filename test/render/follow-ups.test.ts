import { describe, expect, it } from 'vitest';
import type { MetricFacts } from '../../pipeline/contract/facts.ts';
import { reportedFigures } from '../../pipeline/render/reported-figures.ts';
import { listedFollowUps, listedRevisions, toldBefore } from '../../pipeline/render/site-model.ts';
import { toldChanges } from '../../pipeline/render/told-changes.ts';
import type { RenderInput } from '../../pipeline/words/stages.ts';
import { goal, indicator } from '../dashboards/fixture/judged.ts';
import { earlierTree, flagged, measured, row } from '../protect/protect-over.ts';

type Input = Parameters<typeof listedFollowUps>[0];

const milestone = indicator({ id: 'SOC-sjuk', name: 'Rutin', status: 'partly', target: { type: 'milestone' } });
const unit = goal({ id: 'KF1-SOC', name: 'Friska', place: 'SOC', status: 'not-met', indicators: [milestone] });
const tree = { follow_up: '2026-T1', plans: [{ goals: [goal({ id: 'KF1', name: 'Arbetsgivare', status: 'met', goals: [unit] })] }] };
const T1 = { id: '2026-T1', name: 'Tertial 1', through: '2026-04-30', as_of: '2026-05-20' };
const input = (audience: 'public' | 'internal', approval: object | null = null, before: object | null = tree) =>
  ({
    project: { municipality: { follow_ups: [{ ...T1, approval }] } },
    cells: { audience },
    earlier: { before, follow_ups: [tree] },
  }) as unknown as Input;
const listed = (audience: 'public' | 'internal') => listedFollowUps(input(audience));

describe('a follow-up as pages know it', () => {
  it('has the status then of every goal and indicator, at every level', () => {
    const [found] = listed('internal');
    expect(Object.entries(found!.goals).map(([id, { status }]) => [id, status])).toEqual([
      ['2026/KF1', 'met'],
      ['2026/KF1-SOC', 'not-met'],
    ]);
    expect(found!.indicators).toEqual({ '2026/SOC-sjuk': { status: 'partly', rests_on: milestone.rests_on } });
  });

  it('is listed publicly only once it is approved', () => {
    expect(listed('public')).toEqual([]);
  });

  it('is the edition before publicly only once it is approved, internally always', () => {
    expect(toldBefore(input('public'))).toBeNull();
    expect(toldBefore(input('internal'))).toBe(tree);
    expect(toldBefore(input('public', { by: 'KS' }))).toBe(tree);
    const ordinary = { follow_up: null };
    expect(toldBefore(input('public', null, ordinary))).toBe(ordinary);
    expect(toldBefore(input('public', null, null))).toBeNull();
  });

  it('is told of with what the feed before it said, but of metrics that have become internal', () => {
    const entry = (path: string) => ({ updated: '2026-05-20', title: '', summary: '', path });
    const changes = ['index.html', 'nyckeltal/a/index.html', 'nyckeltal/b/SOC/index.html', 'nyckeltal/gone/index.html'].map(entry);
    const project = { metrics: [{ id: 'a' }, { id: 'b' }] };
    const given = { project, cells: { metrics: [{ declaration: { id: 'a' } }] } } as unknown as RenderInput;
    const told = toldChanges({ ...earlierTree({}), changes }, given);
    expect(told.map(({ path }) => path)).toEqual(['index.html', 'nyckeltal/a/index.html', 'nyckeltal/gone/index.html']);
  });

  it('tells what it reported of a figure again, unless it is hidden now', async () => {
    const then = [row('A', 12, { value: 7 }), row('B', 12, { value: 8 })];
    const now = measured({}, { observations: [row('A', 12, { value: 7 }), flagged('B', 'suppressed')] });
    const facts = ['A', 'B'].map(place => ({ place, members: [place] })) as unknown as MetricFacts[];
    const told = { ...earlierTree({ total: then }, '2026-T1'), sha256: () => null };
    const given = { ...input('internal'), earlier: { before: null, follow_ups: [told], withdrawn: [] } };
    const found = await reportedFigures({ ...now, revisions: [] }, facts, listed('internal'), given as unknown as RenderInput);
    expect(found.map(({ place, then: reported }) => [place, reported.value])).toEqual([['A', 7]]);
  });

  it('tells what it reported of a figure that is revised since only where it is listed', () => {
    const revision = {
      grain: 'month',
      window: 'period',
      period_start: '2026-03-01',
      members: ['SOC'],
      was: 5.4,
      follow_up: '2026-T1',
    } as const;
    expect(listedRevisions([revision, { ...revision, follow_up: '2026-T2' }], listed('internal'))).toEqual([revision]);
    expect(listedRevisions([revision], listed('public'))).toEqual([]);
  });
});
