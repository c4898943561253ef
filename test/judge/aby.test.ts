import { describe, expect, it } from 'vitest';
import { goalRows, GOAL_COLUMNS } from '../../pipeline/judge/goals-table.ts';
import { judge } from '../../pipeline/judge/judge.ts';
import type { JudgedGoal, JudgedIndicator } from '../../pipeline/contract/goals.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { ABY, expectedCells, readCsv, reportsAt } from './support/aby.ts';

const asOf = '2026-10-15';
const project = await readProject(ABY);
const { plans, facts } = judge({
  project,
  cells: { audience: 'internal', metrics: project.metrics.map(expectedCells), reports: reportsAt(asOf) },
  sources: ['absence', 'reports'].map(id => ({ declaration: { id, kind: id === 'reports' ? 'reports' : 'period', synthetic: true } })),
  hierarchies: {},
  asOf,
});
const rows = goalRows(plans);
const indicatorsOf = (goal: JudgedGoal): JudgedIndicator[] => [...goal.indicators, ...goal.goals.flatMap(indicatorsOf)];
const goalsOf = (goal: JudgedGoal): JudgedGoal[] => [goal, ...goal.goals.flatMap(goalsOf)];
const indicators = plans[0]!.goals.flatMap(indicatorsOf);

/** Numbers to nine decimals, everything else as it is. */
const close = (found: unknown, expected: string) => {
  if (typeof found === 'number')
    expect(Math.abs(found - Number(expected)), `${found} for ${expected}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(found)));
  else expect(found ?? '').toBe(expected);
};

describe('Åby', () => {
  it.each(readCsv('expected/goals.csv').map(r => [`${r.kind} ${r.id}`, r] as const))('has the expected row for %s', (_, expected) => {
    const found = rows.find(r => r.kind === expected.kind && r.id === expected.id)!;
    for (const column of GOAL_COLUMNS) close(found[column], expected[column]!);
  });

  it('has no other rows than those that need a forecast', () => {
    const expected = new Set(readCsv('expected/goals.csv').map(r => r.id));
    expect(rows.filter(r => !expected.has(r.id)).map(r => r.id)).toEqual(['KF1', 'KF1-SOC', 'SOC-kv', 'SOC-sjuk']);
  });

  it.each(readCsv('expected/to-date.csv').map(r => [r.id!, r] as const))('has the expected outcome to date for %s', (id, expected) => {
    const found = indicators.find(i => i.id === id)!;
    close(found.period_start, expected.period_start!);
    close(found.to_date!.through, expected.through!);
    close(found.to_date!.value, expected.value!);
    close(found.to_date!.flag, expected.flag!);
    close(found.to_date!.marks.join(' '), expected.marks!);
  });
  it('has plain sentences for everything: no exclamation mark, and nothing that was not there', () => {
    const sentences = [...plans[0]!.goals.flatMap(goalsOf), ...indicators, ...facts].map(said => said.sentence);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[^!]+[.”]$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|Infinity| {2}/);
    }
  });

  it('has facts for the whole and for every node that has rows', () => {
    const places = (metric: string) => facts.filter(f => f.metric === metric).map(f => f.place);
    expect(places('sick-leave')).toEqual(expect.arrayContaining(['*', 'SOC', 'VOF', 'VOF.own', '203', 'unknown']));
    expect(places('sick-leave-national')).toEqual(['*']);
  });

  it('has the outcome to date and its direction for a cell', () => {
    const soc = facts.find(f => f.metric === 'sick-leave' && f.place === 'SOC')!;
    expect(soc).toMatchObject({
      latest: { period_start: '2026-09-01' },
      to_date: { window: 'ytd', period_start: '2026-09-01' },
      example: true,
    });
    expect(soc.trend).toMatchObject({ direction: 'worse', reduced: true, period_start: '2026-01-01', period_end: '2026-09-30' });
    expect(soc.indicators).toEqual(['2026/SOC-sjuk']);
  });
});
