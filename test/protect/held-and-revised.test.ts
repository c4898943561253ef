import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { count, measureOver, monthly, of as aggregateOf } from '../measure/measure-over.ts';
import { earlierTree, flagged, measured, pair, part, protectOver, row, shown } from './protect-over.ts';

const LISTED = { name: '', unit: '', desired: 'none', decimals: 0, life: null, sha256: '', json: {} } as const;
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

  describe('whose rules are stricter than those of the edition before', () => {
    const was = 'threshold: 5\npopulation: count(*)';
    const isRepeated = async (header: string, said: Parameters<typeof measured>[0] = {}, complements = true): Promise<boolean> => {
      const metrics = [{ ...LISTED, id: 'total', sql: `/*\n${was}\n*/` }];
      const tree = earlierTree({ total: [of('A', 10)] }, null, {}, { metrics, complements });
      const metric = measured({ text: `/*\n${header}\n*/`, ...said }, { observations: now });
      const shownNow = await protectOver([metric], { held: ['total'], earlier: { before: tree } });
      return shown(shownNow.metrics[0]!)[0] === '2025-01 A: 10 [held]';
    };

    it('show nothing of it: what was shown by a lower threshold is not shown again, nor what it follows from', async () => {
      expect(await isRepeated('population: count(*)\nthreshold: 6')).toBe(false);
      expect(await isRepeated(`${was}\nzero: hide`)).toBe(false);
      expect(await isRepeated(`${was}\ntogether: [sex]`)).toBe(false);
      expect(await isRepeated('population: count(distinct employee)')).toBe(false);
      expect(await isRepeated(was, {}, false)).toBe(false);
    });

    it('and otherwise enter as published', async () => {
      expect(await isRepeated(was)).toBe(true);
      expect(await isRepeated('population: count(*)   # people')).toBe(true);
      expect(await isRepeated('population: count(*)\nthreshold: 4\nname: Andra')).toBe(true);
    });

    it('so do those of what a derived one is made of', async () => {
      const total = { type: 'metric' as const, id: 'total', over_time: null, members: {} };
      const derived = measured({ id: 'half', measure: { type: 'derived', expression: total } }, { observations: now });
      const part = measured({ text: '/*\nthreshold: 9\n*/' }, { observations: now });
      const tree = earlierTree({ half: [of('A', 10)] }, null, {}, { metrics: [{ ...LISTED, id: 'total', sql: '/*\nthreshold: 8\n*/' }] });
      const { metrics } = await protectOver([part, derived], { held: ['total', 'half'], earlier: { before: tree } });
      expect(shown(metrics[1]!)[0]).toBe('2025-01 A: missing [held]');
    });

    it('and those of metrics that share a measure with it, which may hide the same number', async () => {
      const people = aggregateOf(count(null));
      const both = ['total', 'other'].map(id => ({
        id,
        measure: people,
        population: count(null),
        breakdowns: [[]],
        text: `/*\n${was}\n*/`,
      }));
      const facts = 'day n:integer\n2025-01-01 1\n2025-01-02 1';
      const { metrics } = await measureOver({ facts, covered: monthly('2025-01', '2025-01'), asOf: '2025-03-10', metrics: both });
      const whole = row('*', 7, { members: [] });
      const isRepeated = async (threshold: number): Promise<boolean> => {
        const before = both.map(({ id }) => ({
          ...LISTED,
          id,
          sql: `/*\nthreshold: ${id === 'other' ? threshold : 5}\npopulation: count(*)\n*/`,
        }));
        const tree = earlierTree({ total: [whole] }, null, {}, { metrics: before, complements: true });
        const held = (await protectOver(metrics, { held: ['total'], earlier: { before: tree } })).metrics[0]!;
        return held.observations[0]!.value !== null;
      };
      expect([await isRepeated(5), await isRepeated(3)]).toEqual([true, false]);
    });
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
