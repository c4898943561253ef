import { describe, expect, it } from 'vitest';
import type { HierarchyNode } from '../../../pipeline/contract/manifest.ts';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import { firstDay, monthOf, type Day } from '../../../pipeline/contract/period.ts';
import { forecast } from '../../../pipeline/judge/forecast/forecast.ts';
import type { MetricDeclaration } from '../../../pipeline/words/metric.ts';
import { cells, judging, metric, RATIO, row, SUM } from '../support/builders.ts';

const node = (id: string, parent: string | null, from: Day | null = null, to: Day | null = null): HierarchyNode => ({
  id,
  parent,
  level: parent === null ? 'board' : 'unit',
  name: id,
  valid_from: from,
  valid_to: to,
});
/** Unit U went from board A to board B on 1 July 2026. */
const moved = [node('A', null), node('B', null), node('U', 'A', null, '2026-06-30'), node('U', 'B', '2026-07-01', null)];
const JULY = 30;

/** 33 months from January 2024. A has 100 a month of its own, B 200, and U, which has 10, is counted where it is. */
const series = (member: string, of: (i: number) => number, changes: (i: number) => Partial<Observation> = () => ({})) =>
  Array.from({ length: 33 }, (_, i) => row('month', firstDay(monthOf('2024-01-01') + i), of(i), { members: [member], ...changes(i) }));
const rows = (changes?: (i: number) => Partial<Observation>) => [
  ...series('A', i => 100 + (i < JULY ? 10 : 0)),
  ...series('B', i => 200 + (i < JULY ? 0 : 10)),
  ...series('U', () => 10, changes),
];

function foretell(member: string, observations: readonly Observation[], nodes = moved, declaration: Partial<MetricDeclaration> = {}) {
  const made = judging({
    metrics: [cells(metric({ measure: SUM, per: 1, unit: 'sek', ...declaration }), observations)],
    hierarchies: { organisation: nodes },
  });
  return forecast(made, made.metrics.get('sick')!, [member], { first: monthOf('2026-01-01'), last: monthOf('2026-12-01') });
}

describe('a board that a unit left or came to', () => {
  it('has what came as it was published, and the months to come in the organisation of today', () => {
    expect(foretell('A', rows())).toMatchObject({ fact: { value: 6 * 110 + 6 * 100 } });
    expect(foretell('B', rows())).toMatchObject({ fact: { value: 6 * 200 + 6 * 210 } });
    expect(foretell('U', rows())).toMatchObject({ fact: { value: 120 } });
  });
  it('of a ratio adds numerators and denominators apart', () => {
    const fractions = rows().map(of => ({ ...of, numerator: String(of.value), denominator: of.members[0] === 'U' ? '100' : '1000' }));
    const joined = fractions.map(of => (of.members[0] === 'B' && of.period_start >= '2026-07-01' ? { ...of, denominator: '1100' } : of));
    const found = foretell('B', joined, moved, { measure: RATIO, per: 100, unit: 'percent' });
    expect(found).toMatchObject({ fact: { value: (100 * (6 * 200 + 6 * 210)) / (6 * 1000 + 6 * 1100) } });
  });
  it('has none where the unit’s months are hidden from the reader', () => {
    const hidden = rows(i => (i === 20 ? { value: null, flag: 'suppressed' } : {}));
    expect(foretell('B', hidden)).toEqual({ reason: 'changed-organisation' });
  });
  it('has none where the unit moved within a month of the two years', () => {
    const mid = [...moved.slice(0, 2), node('U', 'A', null, '2026-06-14'), node('U', 'B', '2026-06-15', null)];
    expect(foretell('B', rows(), mid)).toEqual({ reason: 'changed-organisation' });
  });
  it('is not changed by a unit that opens or closes under it, nor by what moves under another board', () => {
    const opened = [node('A', null), node('B', null), node('U', 'A', null, '2026-06-30'), node('V', 'A', '2026-07-01', null)];
    expect(foretell('A', rows(), opened)).toMatchObject({ fact: { value: 6 * 110 + 3 * 100 + 3 * 110 } });
    expect(foretell('B', rows(), [node('C', null), ...opened])).toMatchObject({ fact: { value: 6 * 200 + 3 * 210 + 3 * 200 } });
  });
});

describe('a unit that closed', () => {
  const until = (to: Day) => [node('A', null), node('B', null), node('U', 'A', null, to)];
  it('has no forecast of a period that it is not there through', () => {
    expect(foretell('U', rows(), until('2026-06-30'))).toEqual({ reason: 'closed' });
    expect(foretell('U', rows(), until('2026-12-30'))).toEqual({ reason: 'closed' });
    expect(foretell('U', rows(), until('2026-12-31'))).toMatchObject({ fact: { value: 120 } });
  });
  it('has one where it only moved', () => {
    expect(foretell('U', rows(), moved)).toMatchObject({ fact: { value: 120 } });
  });
});
