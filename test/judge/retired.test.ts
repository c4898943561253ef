import { expect, it } from 'vitest';
import { lifeState, type MetricLife } from '../../pipeline/contract/life.ts';
import { cells, GIVEN, indicator, judgedIndicator, metric, row } from './support/builders.ts';

const LIFE: MetricLife = {
  proposed: '2026-02-01',
  adopted: { by: 'Kommunstyrelsen', date: '2026-03-15', paragraph: '§ 12' },
  retired: { date: '2026-06-30', reason: 'Ny mätmetod', replaced_by: null },
};

it.each([
  [null, '2026-10-15', 'in-use'],
  [LIFE, '2026-03-14', 'proposed'],
  [LIFE, '2026-03-15', 'in-use'],
  [LIFE, '2026-06-29', 'in-use'],
  [LIFE, '2026-06-30', 'retired'],
  [{ ...LIFE, adopted: null, retired: null }, '2027-01-01', 'proposed'],
  [{ ...LIFE, proposed: null }, '2026-01-01', 'in-use'],
] as const)('the life %j is on %s: %s', (life, asOf, state) => expect(lifeState(life, asOf)).toBe(state));

const yearly = (life: MetricLife | null) => metric({ finest: 'year', grains: ['year'], windows: ['period'], measure: GIVEN, life });
const judge = (retired: string, asOf: string) =>
  judgedIndicator(indicator(), {
    metrics: [cells(yearly({ ...LIFE, retired: { ...LIFE.retired!, date: retired } }), [row('year', '2026-01-01', 7)])],
    asOf,
  });

it('cannot be judged once its metric was retired before the period ends, and says so', () => {
  const found = judge('2026-06-30', '2027-02-01');
  expect(found).toMatchObject({ status: 'not-assessable', rests_on: null, reason: 'retired', value: 7, forecast: null });
  expect(found.sentence).toContain('Målet kan inte bedömas: nyckeltalet har upphört.');
});
it('is judged where its metric was retired after the period, or is not yet', () => {
  expect(judge('2027-01-01', '2027-02-01')).toMatchObject({ status: 'met', rests_on: 'outcome' });
  expect(judge('2027-03-01', '2027-02-01')).toMatchObject({ status: 'met', rests_on: 'outcome' });
});
