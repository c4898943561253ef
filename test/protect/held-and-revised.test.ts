import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { earlierTree, flagged, measured, pair, part, protectOver, row, shown } from './protect-over.ts';

const of = (member: string, value: number | null, said: Partial<Observation> = {}): Observation =>
  value === null ? flagged(member, 'missing', said) : row(member, 20, { value, ...said });

describe('held metrics', () => {
  const now = [of('A', 1), of('B', 2), of('C', 3), of('D', 4), of('E', 5, { marks: ['partial', 'example'] })];
  const before = [
    of('A', 10, { marks: ['example'] }),
    of('B', 20, { marks: ['partial'] }),
    flagged('C', 'suppressed'),
    of('gone', 70),
    of('D', 40, { marks: ['held', 'revised'] }),
    flagged('E', 'missing', { marks: ['held'] }),
  ];
  const held = async (earlier: Observation[] | null, said = {}) =>
    (
      await protectOver([measured(said, { observations: now, parts: [part('A', 'P', 9)], comparisons: [pair('A', 9, 9)] })], {
        held: ['total'],
        earlier: { before: earlier && earlierTree({ total: earlier }) },
      })
    ).metrics[0]!;

  it('show what was settled in the edition before, marked held; every other key is missing', async () => {
    expect(shown(await held(before))).toEqual([
      '2025-01 A: 10 [held example]',
      '2025-01 B: missing [held]',
      '2025-01 C: missing [held]',
      '2025-01 D: 40 [held revised]',
      '2025-01 E: missing [partial held example]',
      '2025-01 gone: 70 [held]',
    ]);
  });

  it('show nothing of what was measured now, parts and comparisons neither', async () => {
    const found = await held(before);
    expect([found.parts, found.comparisons]).toEqual([[], []]);
    const first = await held(null);
    expect(first.observations.every(o => o.flag === 'missing' && o.value === null && o.numerator === null && o.population === null)).toBe(
      true,
    );
    expect(first.observations).toHaveLength(now.length);
  });

  it('enter as published: what was shown then is not judged by today’s threshold', async () => {
    expect(shown(await held([of('A', 10)], { threshold: 100 }))[0]).toBe('2025-01 A: 10 [held]');
  });

  it('rows of another shape are not the metric’s: its dimensions have changed since', async () => {
    const found = await held([of('A', 10), { ...of('A', 11), members: ['A', 'K'] }]);
    expect(new Set(found.observations.map(o => o.members.length))).toEqual(new Set([1]));
  });

  it('incomplete is settled where gaps are accepted', async () => {
    const gap = [of('A', 10, { marks: ['incomplete'] })];
    expect(shown(await held(gap))[0]).toBe('2025-01 A: missing [held]');
    expect(shown(await held(gap, { accept_gaps: true }))[0]).toBe('2025-01 A: 10 [incomplete held]');
  });
});

describe('revised', () => {
  const revised = async (now: Observation, ...followUps: Observation[][]) =>
    shown(
      (
        await protectOver([measured({}, { observations: [now] })], {
          earlier: { follow_ups: followUps.map(rows => earlierTree({ total: rows }, 'f')) },
        })
      ).metrics[0]!,
    )[0];

  it('a settled figure that differs by more than 1e-6 from what a follow-up said', async () => {
    expect(await revised(of('A', 1), [of('A', 1 + 2e-6)])).toBe('2025-01 A: 1 [revised]');
    expect(await revised(of('A', 1), [of('A', 1 - 2e-6)])).toBe('2025-01 A: 1 [revised]');
    expect(await revised(of('A', 1), [of('A', 1 + 5e-7)])).toBe('2025-01 A: 1');
    expect(await revised(of('A', 1, { marks: ['example'] }), [of('A', 2)])).toBe('2025-01 A: 1 [revised example]');
  });

  it('the latest follow-up in which the key was settled decides', async () => {
    expect(await revised(of('A', 1), [of('A', 2)], [of('A', 1)])).toBe('2025-01 A: 1');
    expect(await revised(of('A', 1), [of('A', 1)], [of('A', 2)])).toBe('2025-01 A: 1 [revised]');
    expect(await revised(of('A', 1), [of('A', 2)], [of('A', 1, { marks: ['late'] })])).toBe('2025-01 A: 1 [revised]');
    expect(await revised(of('A', 1), [of('A', 2)], [flagged('A', 'suppressed')])).toBe('2025-01 A: 1 [revised]');
    expect(await revised(of('A', 1), [of('A', 2)], [])).toBe('2025-01 A: 1 [revised]');
  });

  it('another key, what is not settled, and what is hidden are not revised', async () => {
    expect(await revised(of('A', 1), [of('B', 2), of('A', 2, { period_start: '2025-02-01' }), of('A', 2, { window: 'ytd' })])).toBe(
      '2025-01 A: 1',
    );
    expect(await revised(of('A', 1, { marks: ['partial'] }), [of('A', 2)])).toBe('2025-01 A: 1 [partial]');
    expect(await revised(row('A', 3), [of('A', 2)])).toBe('2025-01 A: suppressed');
    expect(await revised(flagged('A', 'missing'), [of('A', 2)])).toBe('2025-01 A: missing');
  });

  it('what was said then is told, with the follow-up that said it, of the figures that are marked and no others', async () => {
    const now = [of('A', 1), of('B', 5), of('C', 7, { marks: ['late'] })];
    const t1 = earlierTree({ total: [of('A', 3), of('B', 5), of('C', 6)] }, 't1');
    const t2 = earlierTree({ total: [of('A', 2), flagged('B', 'suppressed')] }, 't2');
    const { metrics } = await protectOver([measured({}, { observations: now })], { earlier: { follow_ups: [t1, t2] } });
    expect(metrics[0]!.revisions).toEqual([
      { grain: 'month', window: 'period', period_start: '2025-01-01', members: ['A'], was: 2, follow_up: 't2' },
    ]);
  });

  it('is each audience’s own: the tree it is given', async () => {
    expect(await revised(of('A', 1))).toBe('2025-01 A: 1');
  });
});

describe('order', () => {
  it('rows are in key order by bytes, upper case before lower and å after z', async () => {
    const members = ['b', 'Å', 'a', 'B', '10', '9', '*', 'å', 'ä', 'z'];
    const rows = [
      ...members.map(m => of(m, 1)),
      of('a', 1, { grain: 'year' }),
      of('a', 1, { window: 'ytd' }),
      of('a', 1, { period_start: '2024-12-01' }),
    ];
    const found = (
      await protectOver([measured({}, { observations: rows, parts: [part('b', 'Q', 9), part('a', 'P', 9), part('b', 'P', 9)] })])
    ).metrics[0]!;
    expect(found.observations.map(o => `${o.grain} ${o.window} ${o.period_start} ${o.members.join()}`)).toEqual([
      'month period 2024-12-01 a',
      ...['*', '10', '9', 'B', 'a', 'b', 'z', 'Å', 'ä', 'å'].map(m => `month period 2025-01-01 ${m}`),
      'month ytd 2025-01-01 a',
      'year period 2025-01-01 a',
    ]);
    expect(found.parts.map(p => `${p.members.join()} ${p.parent}`)).toEqual(['a P', 'b P', 'b Q']);
  });
});
