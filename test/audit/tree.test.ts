import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { auditTree } from '../../pipeline/audit/audit-tree.ts';
import { isMeasured } from '../../pipeline/occasions/is-measured.ts';
import type { Measured } from '../../pipeline/words/stages.ts';
import { tempFolder } from '../temp-folder.ts';
import { givenAway, node, writeTree, type Row, type Tree } from './a-tree.ts';

const audited = async (tree: Tree): Promise<string[]> => givenAway(await auditTree(await writeTree(tree)));

/** One metric over time, without members. */
const inTime = (rows: readonly Row[]): Tree => ({ metrics: [{ id: 'cases', dimensions: [], rows }] });

describe('a published tree', () => {
  it('adds months to years to date and tertials', async () => {
    const rows = (ytd: number | '..'): Row[] => [
      ['2026-01', 9],
      ['2026-02', '..'],
      ['2026-03', '..'],
      ['2026-04', 7],
      ['ytd 2026-02', ytd],
      ['ytd 2026-03', 20],
      ['2026-T1', 27],
    ];
    expect(await audited(inTime(rows(17)))).toEqual(['determined 2026-02', 'determined 2026-03']);
    expect(await audited(inTime(rows('..')))).toEqual([]);
  });

  it('takes the year to January and January for one number', async () => {
    const rows: Row[] = [
      ['2026-01', '..'],
      ['2026-02', '..'],
      ['ytd 2026-01', 8],
      ['ytd 2026-02', 20],
    ];
    expect(await audited(inTime(rows))).toEqual(['determined 2026-02', 'shown-elsewhere 2026-01']);
  });

  it('sees what a rolling year says of the month that fell out', async () => {
    const months = (year: number, last: number): Row[] =>
      Array.from({ length: last }, (_, i): Row => [`${year}-${String(i + 1).padStart(2, '0')}`, year === 2025 && i === 0 ? '..' : 10]);
    const rows: Row[] = [...months(2025, 12), ...months(2026, 1), ['2025', '..'], ['rolling-12 2026-01', 120]];
    expect(await audited(inTime(rows))).toEqual([]);
    expect(await audited(inTime([...rows, ['rolling-12 2025-12', 118]]))).toContain('determined 2025-01');
  });

  it('does not count a population that another metric counts and says that its audience sees all of', async () => {
    const sick = { id: 'sick', header: 'measure: sum(hours)\npopulation: count(*)', dimensions: [], rows: [['2026-01', '..']] } as const;
    const people = { id: 'people', header: 'measure: count(*)\npopulation: count(*)\ninternal: full', dimensions: [] };
    const tree = (audience: 'public' | 'internal'): Tree => ({
      audience,
      metrics: [
        { ...sick, rows: [...sick.rows] },
        { ...people, rows: [['2026-01', 7]] },
      ],
    });
    expect(await audited(tree('internal'))).toEqual([]);
    expect(await audited(tree('public'))).toEqual(['shown-elsewhere 2026-01']);
  });

  it('follows a unit that moved: each board had its part', async () => {
    const hierarchies = {
      unit: [
        node('A', null),
        node('B', null),
        node('U', 'A', null, '2026-06-30'),
        node('U', 'B', '2026-07-01'),
        node('V', 'B'),
        node('W', 'A'),
      ],
    };
    const tree = (whole: number | '..'): Tree => ({
      hierarchies,
      metrics: [
        {
          id: 'cases',
          dimensions: ['unit'],
          rows: [
            ['2026', '*', 73],
            ['2026', 'A', 30],
            ['2026', 'B', 43],
            ['2026', 'U', whole],
            ['2026', 'V', '..'],
            ['2026', 'W', 13],
          ],
          parts: [
            ['2026', 'U', 'A', 17],
            ['2026', 'U', 'B', '..'],
          ],
        },
      ],
    });
    expect(await audited(tree(20))).toEqual(['determined year 0 U B', 'determined year 0 V']);
    expect(await audited(tree('..'))).toEqual([]);
  });

  it('compares the tree of the time with today’s', async () => {
    const tree = (today: number | '..'): Tree => ({
      hierarchies: {
        unit: [node('A', null), node('B', null), node('1', 'A'), node('2', 'A'), node('3', 'B', '2020-01-01'), node('4', 'B')],
        today: [node('A', null), node('B', null), node('1', 'A'), node('2', 'A'), node('3', 'A'), node('4', 'B')],
      },
      metrics: [
        {
          id: 'cases',
          dimensions: ['unit', 'today'],
          rows: [
            ['2026', '*', '*', 40],
            ['2026', 'A', '*', 8],
            ['2026', 'B', '*', 32],
            ...['1', '2', '3', '4'].map((id): Row => ['2026', id, '*', '..']),
            ['2026', '*', 'A', today],
            ['2026', '*', 'B', today === '..' ? '..' : 29],
            ...['1', '2', '3', '4'].map((id): Row => ['2026', '*', id, '..']),
          ],
        },
      ],
    });
    expect(await audited(tree(11))).toEqual([
      'determined year 0 * 3',
      'determined year 0 * 4',
      'determined year 0 3 *',
      'determined year 0 4 *',
    ]);
    expect(await audited(tree('..'))).toEqual([]);
  });

  it('takes metrics of the same measure for one', async () => {
    const tree = (body: string): Tree => ({
      metrics: [
        { id: 'a', dimensions: ['kind'], rows: [['2026', '*', 40], ['2026', 'x', '..'], ['2026', 'y', '..']] }, // prettier-ignore
        { id: 'b', body, dimensions: ['kind'], rows: [['2026', 'y', 37]] },
      ],
    });
    expect(await audited(tree('from  marts.cases -- the same facts'))).toEqual(['determined year 0 x', 'shown-elsewhere year 0 y']);
    expect(await audited(tree('from marts.cases where closed'))).toEqual([]);
  });

  it('remembers the edition before', async () => {
    const dist = await tempFolder();
    const edition = async (id: string, previous: string | null, b: number | '..', c: number | '..', total = 20): Promise<string[]> => {
      const folder = `${dist}/editions/${id}/public`;
      await mkdir(folder, { recursive: true });
      const rows: Row[] = [['2026', '*', total], ['2026', 'a', '..'], ['2026', 'b', b], ['2026', 'c', c]]; // prettier-ignore
      await writeTree({ previous, metrics: [{ id: 'cases', dimensions: ['kind'], rows }] }, folder);
      return givenAway(await auditTree(folder));
    };
    expect(await edition('first', null, '..', 9)).toEqual([]);
    expect(await edition('second', 'first', 8, '..')).toEqual(['determined year 0 a']);
    // Where the whole has changed, nobody knows that its part has not.
    expect(await edition('third', 'first', 8, '..', 22)).toEqual([]);
  });

  it('takes no number that follows from what has been corrected since for one that is told, where it is known what was measured', async () => {
    const dist = await tempFolder();
    const edition = async (id: string, previous: string | null, b: number | '..', c: number | '..'): Promise<string> => {
      const folder = `${dist}/${id}/public`;
      await mkdir(folder, { recursive: true });
      const rows: Row[] = [['2026', '*', 20], ['2026', 'a', '..'], ['2026', 'b', b], ['2026', 'c', c]]; // prettier-ignore
      return writeTree({ previous, metrics: [{ id: 'cases', dimensions: ['kind'], rows }] }, folder);
    };
    await edition('first', null, '..', 9);
    const folder = await edition('second', 'first', 8, '..');
    /** What readers take to be 20 − 8 − 9. */
    const found = async (a: number, held: readonly string[] = []): Promise<string[]> => {
      const row = { grain: 'year', window: 'period', period_start: '2026-01-01', members: ['a'], value: a, population: a };
      const metrics = [{ declaration: { id: 'cases' }, observations: [row], parts: [] }];
      const measured = { metrics, held: new Set(held) } as unknown as Measured;
      return givenAway(await auditTree(folder, null, isMeasured(measured)));
    };
    expect(await found(3)).toEqual(['determined year 0 a']);
    expect(await found(4)).toEqual([]);
    // Of a metric that is held, what was measured now is not what readers see.
    expect(await found(4, ['cases'])).toEqual(['determined year 0 a']);
  });

  /** Two editions of one metric, and what the second gives away. */
  async function inTurn(first: readonly Row[], second: readonly Row[]): Promise<string[]> {
    const dist = await tempFolder();
    for (const [id, rows] of [
      ['first', first],
      ['second', second],
    ] as const) {
      const folder = `${dist}/${id}/public`;
      await mkdir(folder, { recursive: true });
      await writeTree({ previous: id === 'first' ? null : 'first', metrics: [{ id: 'cases', dimensions: ['kind'], rows }] }, folder);
    }
    return givenAway(await auditTree(`${dist}/second/public`));
  }

  it('remembers what a year was while fewer of its months were covered', async () => {
    const month = (period: string, all: number): Row[] => [[period, '*', all], [period, 'a', '..'], [period, 'b', '..']]; // prettier-ignore
    const months = (january: number): Row[] => [...month('2026-01', january), ...month('2026-02', 30)];
    const first: Row[] = [...months(30), ['2026', '*', 60], ['2026', 'a', 24], ['2026', 'b', 36]]; // prettier-ignore
    const march: Row[] = [...month('2026-03', 30), ['2026', 'a', 27], ['2026', 'b', 63]]; // prettier-ignore
    expect(await inTurn(first, [...months(30), ...march, ['2026', '*', 90]])).toEqual(['determined 2026-03 a', 'determined 2026-03 b']);
    // January has been corrected, and who knows what else.
    expect(await inTurn(first, [...months(31), ...march, ['2026', '*', 91]])).toEqual([]);
  });

  it('takes nothing from before that does not come out with what is shown now', async () => {
    const first: Row[] = [['2026', '*', 20], ['2026', 'a', 12], ['2026', 'b', 8]]; // prettier-ignore
    // A hidden count is not 0: some of a and b is c now.
    expect(await inTurn(first, [['2026', '*', 20], ['2026', 'a', '..'], ['2026', 'b', '..'], ['2026', 'c', '..']])).toEqual([]); // prettier-ignore
    expect(await inTurn(first, [['2026', '*', 20], ['2026', 'a', '..'], ['2026', 'b', 6], ['2026', 'c', '..']])).toEqual([]); // prettier-ignore
  });

  it('says of single rows what they show too much of', async () => {
    const folder = await writeTree({
      metrics: [
        { id: 'small', dimensions: ['kind'], rows: [['2026', 'x', 4], ['2026', 'y', 5]] }, // prettier-ignore
        { id: 'derived', header: 'measure: "metric(cases) / metric(other)"', dimensions: ['kind'], rows: [['2026', 'x', 1]] },
        { id: 'cases', body: 'from marts.others', dimensions: ['kind'], rows: [['2026', 'x', '..']] },
      ],
    });
    expect(givenAway(await auditTree(folder))).toEqual(['made-of-hidden year 0 x', 'small-shown year 0 x']);
  });

  it('finds what the pages’ series say that the tables do not', async () => {
    const series = (value: number | null) =>
      JSON.stringify({
        metric: 'cases',
        node: '*',
        dimensions: ['kind'],
        members: [['x']],
        names: {},
        runs: [['year', 'period', '0', '2026-01', [[[value], 'suppressed', []]]]],
        judged: [],
        revised: [],
        sentences: {},
      });
    const tree = (value: number | null): Tree => ({
      metrics: [{ id: 'cases', dimensions: ['kind'], rows: [['2026', 'x', '..']] }],
      json: { '*': 'data/pages/cases-0.json' },
      files: { 'data/pages/cases-0.json': series(value) },
    });
    expect(await audited(tree(null))).toEqual([]);
    expect(await audited(tree(3))).toEqual(['shown-in-file year 0 x']);
  });

  it('counts sums of shown numbers that do not come out, and trusts nothing it cannot read', async () => {
    const rows: Row[] = [['2026', '*', 40], ['2026', 'x', 9], ['2026', 'y', 37], ['2025', 'x', '..']]; // prettier-ignore
    const folder = await writeTree({ metrics: [{ id: 'cases', dimensions: ['kind'], rows }] });
    expect(await auditTree(folder)).toMatchObject({ contradictions: 1, findings: [] });
    await expect(auditTree(`${folder}/data`)).rejects.toThrow('manifest.json cannot be read');
  });
});
