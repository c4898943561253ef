import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import type { Project } from '../../pipeline/words/project.ts';

let aby: Project;
beforeAll(async () => {
  aby = await readProject(fileURLToPath(new URL('../cases/aby', import.meta.url)));
});

describe('readProject(test/cases/aby)', () => {
  it('finds no problems', () => {
    expect(aby.problems).toEqual([]);
    expect([aby.sources, aby.staging, aby.marts, aby.metrics, aby.plans].map(list => list.length)).toEqual([6, 5, 5, 12, 2]);
  });

  it('fills in grains, windows, per and decimals', () => {
    const of = (id: string) => aby.metrics.find(metric => metric.id === id)!;
    expect(of('sick-leave')).toMatchObject({
      per: 100,
      decimals: 1,
      grains: ['month', 'tertial', 'year'],
      windows: ['period', 'ytd', 'rolling-12'],
    });
    expect(of('cases-per-1000-hours')).toMatchObject({
      per: 1000,
      decimals: 2,
      windows: ['period'],
      reads: ['marts.cases', 'marts.absence'],
    });
    expect(of('employed')).toMatchObject({ over_time: 'mean', accept_gaps: true });
    expect(of('budget')).toMatchObject({ covers_rows: true, owner: 'Ekonomiavdelningen' });
    expect(of('sick-leave-national')).toMatchObject({
      finest: 'year',
      grains: ['year'],
      measure: { type: 'given', value: 'value', flag: true },
    });
    expect(of('cost-per-fte')).toMatchObject({
      dimensions: ['organisation'],
      windows: ['period'],
      grains: ['month', 'tertial', 'year'],
      per: 1,
    });
  });

  it('the revision moves two targets, and only those are its decision', () => {
    const [, second] = aby.plans;
    expect(second!.changed).toEqual(['SOC-sjuk', 'UTB-tjanst']);
    expect(
      Object.entries(second!.decided)
        .filter(([, { paragraph }]) => paragraph === '§ 98')
        .map(([id]) => id),
    ).toEqual(['SOC-sjuk', 'UTB-tjanst']);
  });
});
