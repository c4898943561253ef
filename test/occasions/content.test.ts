import { describe, expect, it } from 'vitest';
import { countRun } from '../../pipeline/occasions/count-run.ts';
import { renderedContent } from '../../pipeline/occasions/rendered-content.ts';
import type { CountedDelivery, RenderInput } from '../../pipeline/words/stages.ts';
import { unrevised, row } from '../protect/protect-over.ts';

const delivery = (sha256: string, said: Partial<CountedDelivery> = {}): CountedDelivery => ({
  source: 'hr',
  name: sha256,
  received: '2026-01-05',
  sequence: 1,
  sha256,
  period: null,
  path: '',
  bytes: 1,
  records: 10,
  loaded: 7,
  rejected: 2,
  ignored: 1,
  superseded: 0,
  ...said,
});
const input = (audience: 'public' | 'internal', deliveries: CountedDelivery[], said: Partial<RenderInput> = {}): RenderInput =>
  ({
    loaded: { sources: [{ declaration: { id: 'hr' }, deliveries, broken: false }] },
    modelled: { hierarchies: {} },
    findings: [],
    project: { problems: [] },
    cells: {
      audience,
      metrics: [unrevised({}, { observations: audience === 'internal' ? [row('A', 9), row('B', 9)] : [row('A', 9)] })],
      reports: [],
    },
    judged: { plans: [{ goals: [{ goals: [{ goals: [], indicators: [] }], indicators: [] }] }], facts: [], judgements: [], attention: [] },
    asOf: '2026-02-01',
    followUp: null,
    ...said,
  }) as unknown as RenderInput;

it('a run counts each extract once, and the goals and observations that are seen within', () => {
  const deliveries = [delivery('a'), delivery('b'), delivery('a', { name: 'again' })];
  expect(countRun([input('public', deliveries), input('internal', deliveries)])).toEqual({
    records: 20,
    loaded: 14,
    rejected: 4,
    ignored: 2,
    metrics: 1,
    goals: 2,
    observations: 2,
  });
});

describe('what an edition says', () => {
  const said = (...given: Parameters<typeof input>) => JSON.stringify(renderedContent([input(...given)]));
  const base = said('internal', [delivery('a')]);

  it('is the same when only as_of, a delivery’s date or the same bytes again differ', () => {
    expect(said('internal', [delivery('a')], { asOf: '2026-02-02' })).toBe(base);
    expect(said('internal', [delivery('a', { received: '2026-01-09', name: 'other' })])).toBe(base);
    expect(said('internal', [delivery('a'), delivery('a', { name: 'again' })])).toBe(base);
    expect(said('internal', [delivery('a')], { findings: [{ code: 'late-source' }] as unknown as RenderInput['findings'] })).toBe(base);
  });

  it('differs with a figure, a count, a finding, what was judged or the audience', () => {
    expect(said('internal', [delivery('a', { rejected: 3, loaded: 6 })])).not.toBe(base);
    expect(said('internal', [delivery('a')], { findings: [{ code: 'check' }] as unknown as RenderInput['findings'] })).not.toBe(base);
    expect(said('internal', [delivery('a')], { judged: { plans: [], facts: [], judgements: [], attention: [] } })).not.toBe(base);
    expect(said('public', [delivery('a')])).not.toBe(base);
    const [metric] = input('internal', []).cells.metrics;
    const other = {
      audience: 'internal' as const,
      reports: [],
      metrics: [{ ...metric!, observations: [row('A', 9, { marks: ['revised'] }), row('B', 9)] }],
    };
    expect(said('internal', [delivery('a')], { cells: other })).not.toBe(base);
    const { grain, window, period_start, members } = row('A', 9);
    const told = [{ ...metric!, revisions: [{ grain, window, period_start, members, was: 8, follow_up: 't1' }] }];
    expect(said('internal', [delivery('a')], { cells: { ...other, metrics: told } })).not.toBe(base);
  });
});
