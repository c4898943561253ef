import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { JudgedGoal, JudgedIndicator, JudgedPlan } from '../../pipeline/contract/goals.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { AudienceName } from '../../pipeline/words/project.ts';
import type { JudgedNow } from '../../pipeline/words/run.ts';
import type { RenderInput } from '../../pipeline/words/stages.ts';
import { tempFolder } from '../temp-folder.ts';
import { aWorld } from './a-world.ts';

/** What one audience sees: an indicator's status and standing in its group, and boards' figures for a month. */
interface Sight {
  status: JudgedIndicator['status'];
  betterThan: number;
  boards: Readonly<Record<string, number>>;
}
const SIGHT: Sight = { status: 'met', betterThan: 3, boards: { KS: 4, SOC: 9, UTB: 6 } };

const plansOf = ({ status, betterThan }: Sight): JudgedPlan[] => {
  const part = { plan: '2026', status, rests_on: 'outcome', reason: null };
  const comparison = { better_than: betterThan, members: ['a', 'b', 'c', 'd'] };
  const indicator = { ...part, kind: 'indicator', id: 'SJUK', comparison } as unknown as JudgedIndicator;
  const goal = { ...part, kind: 'goal', id: 'KF1', indicators: [indicator], goals: [] } as unknown as JudgedGoal;
  return [{ goals: [goal] } as unknown as JudgedPlan];
};
const rowsOf = ({ boards }: Sight): Observation[] =>
  Object.entries(boards).map(
    ([board, value]) =>
      ({ grain: 'month', window: 'period', period_start: '2026-03-01', members: [board], value }) as unknown as Observation,
  );

const input = (audience: AudienceName, before: Sight, now: Sight, desired: string): RenderInput =>
  ({
    project: { municipality: { place: 'organisation', dimensions: [] } },
    modelled: { hierarchies: { organisation: ['KS', 'SOC', 'UTB'].map(id => ({ id, parent: null })) } },
    cells: {
      audience,
      metrics: [{ declaration: { id: 'sick', finest: 'month', dimensions: ['organisation'], desired }, observations: rowsOf(now) }],
    },
    judged: { plans: plansOf(now) },
    earlier: { before: { plans: plansOf(before), observations: () => Promise.resolve(rowsOf(before)) } },
  }) as unknown as RenderInput;

interface Moves {
  now: Partial<Record<AudienceName, Partial<Sight>>>;
  desired?: string;
}
async function diffOf({ now, desired = 'lower' }: Moves, ...options: string[]) {
  const folder = await tempFolder();
  await writeFile(`${folder}/malbild.yaml`, '');
  const given = (['public', 'internal'] as const).map(audience => input(audience, SIGHT, { ...SIGHT, ...now[audience] }, desired));
  const judgeNow = () => Promise.resolve({ edition: 'abc', given } as unknown as JudgedNow);
  const { malbild, said } = aWorld(folder, { judgeNow });
  return { code: await malbild('diff', '--exit-code', ...options), lines: said.out.trimEnd().split('\n'), out: said.out };
}
const both = (change: Partial<Sight>): Moves['now'] => ({ public: change, internal: change });

describe('malbild diff', () => {
  it('says that nothing would move', async () => {
    expect(await diffOf({ now: {} })).toMatchObject({
      code: 0,
      lines: ['0 statuses, 0 ranks and 0 figures would move against edition abc'],
    });
  });

  it('lists a status that moves, and who would see it', async () => {
    expect(await diffOf({ now: both({ status: 'partly' }) })).toMatchObject({
      code: 1,
      lines: [
        '2026 KF1: met (outcome) → partly (outcome) [public, internal]',
        '2026 SJUK: met (outcome) → partly (outcome) [public, internal]',
        '2 statuses, 0 ranks and 0 figures would move against edition abc',
      ],
    });
    expect((await diffOf({ now: { internal: { status: 'not-met' } } })).lines[0]).toBe(
      '2026 KF1: met (outcome) → not-met (outcome) [internal]',
    );
  });

  it('tells apart what moves differently for the two', async () => {
    const { lines } = await diffOf({ now: { public: { status: 'partly' }, internal: { status: 'not-met' } } });
    expect(lines.filter(line => line.startsWith('2026 KF1'))).toEqual([
      '2026 KF1: met (outcome) → partly (outcome) [public]',
      '2026 KF1: met (outcome) → not-met (outcome) [internal]',
    ]);
  });

  it('lists a standing in a group that moves, where no status does', async () => {
    expect(await diffOf({ now: both({ betterThan: 1 }) })).toMatchObject({
      code: 1,
      lines: [
        '2026 SJUK: better than 3 of 4 → better than 1 of 4 [public, internal]',
        '0 statuses, 1 rank and 0 figures would move against edition abc',
      ],
    });
  });

  it.each([
    ['lower', 'KS, UTB, SOC → KS, SOC, UTB'],
    ['higher', 'SOC, UTB, KS → UTB, SOC, KS'],
    ['none', 'SOC, UTB, KS → UTB, SOC, KS'],
  ])('lists boards that change places, the best first where %s is better', async (desired, order) => {
    const { lines } = await diffOf({ now: both({ boards: { KS: 4, SOC: 5, UTB: 6 } }), desired });
    expect(lines).toEqual([
      `sick, month 2026-03-01: ${order} [public, internal]`,
      'sick month|period|2026-03-01|SOC: 9 → 5 (44.4 %) [public, internal]',
      '0 statuses, 1 rank and 1 figure would move against edition abc',
    ]);
  });

  it('a figure that moves without changing places is a figure alone, the largest difference first', async () => {
    const { lines } = await diffOf({ now: both({ boards: { KS: 2, SOC: 10, UTB: 6 } }) });
    expect(lines.map(line => line.replace(/:.*/, ''))).toEqual([
      'sick month|period|2026-03-01|KS',
      'sick month|period|2026-03-01|SOC',
      '0 statuses, 0 ranks and 2 figures would move against edition abc',
    ]);
  });

  it('gives all of it as JSON', async () => {
    const { out } = await diffOf({ now: { public: { status: 'partly', betterThan: 2, boards: { KS: 7, SOC: 9, UTB: 6 } } } }, '--json');
    expect(JSON.parse(out)).toEqual({
      edition: 'abc',
      held: false,
      statuses: ['KF1', 'SJUK'].map(id => ({ plan: '2026', id, from: 'met (outcome)', to: 'partly (outcome)', audiences: ['public'] })),
      ranks: [{ plan: '2026', id: 'SJUK', from: 'better than 3 of 4', to: 'better than 2 of 4', audiences: ['public'] }],
      orders: [{ metric: 'sick', period: 'month 2026-03-01', from: ['KS', 'UTB', 'SOC'], to: ['UTB', 'KS', 'SOC'], audiences: ['public'] }],
      figures: [{ metric: 'sick', cell: 'month|period|2026-03-01|KS', from: 4, to: 7, relative: 0.75, audiences: ['public'] }],
    });
  });
});
