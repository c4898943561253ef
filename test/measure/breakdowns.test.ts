import { describe, expect, it } from 'vitest';
import { count, measureOver, median, monthly, nodesOf, of, sum } from './measure-over.ts';
import { lines, metricOf, show, showPart } from './show.ts';

const town = { covered: monthly('2025-01', '2025-03'), asOf: '2025-04-02' };
const tertial = { grains: ['tertial'] as const };
const T1 = '2025-T1';
const lined = (text: string): string[] => lines(text).map(line => `${T1} ${line}`);
const shown = (found: string[]): string[] => found.map(line => line.replace(' [partial]', ''));

describe('breakdowns', () => {
  const facts = `
    day         organisation sex n:integer
    2025-01-10  A            K   1
    2025-01-10  A            M   2
    2025-01-10  B            K   4`;
  const nodes = 'id parent\nA -\nB -';
  const january = async (breakdowns: string[][]) =>
    show(metricOf(await measureOver({ ...town, facts, nodes, flat: { sex: ['K', 'M'] }, metrics: [{ breakdowns }] })), '2025-01').map(
      line => line.slice('2025-01 '.length),
    );

  it('a cell that several breakdowns name is published once', async () => {
    expect(await january([['organisation'], ['sex'], ['organisation', 'sex']])).toEqual(
      lines(`
        * *: 7
        * K: 5
        * M: 2
        A *: 3
        A K: 1
        A M: 2
        B *: 4
        B K: 4`),
    );
  });

  it('the whole of a flat dimension is only where a breakdown leaves it out, that of a tree in every one, the grand total always', async () => {
    expect(await january([['organisation', 'sex']])).toEqual(lines('* *: 7\n* K: 5\n* M: 2\nA K: 1\nA M: 2\nB K: 4'));
    expect(await january([['sex']])).toEqual(['*: 7', 'K: 5', 'M: 2']);
    expect(await january([['organisation'], ['sex']])).toEqual(lines('* *: 7\n* K: 5\n* M: 2\nA *: 3\nB *: 4'));
  });

  it('[[]] is the whole alone, without dimensions', async () => {
    const measured = await measureOver({ ...town, facts, metrics: [{ breakdowns: [[]] }] });
    expect(metricOf(measured).observations[0]).toMatchObject({ members: [], value: 7 });
    expect(metricOf(measured).observations).toHaveLength(4);
  });

  it('ids with hyphens, points, quotes and words that SQL or the compiler use', async () => {
    for (const id of ['org-unit', 'a.b', 'parent', 'cell', 'atom', 'select', 'path', 'member', 'node', 'x']) {
      const rows = {
        columns: [
          { name: 'day', type: 'date' },
          { name: id, type: 'varchar' },
          { name: `flat-${id}`, type: 'varchar' },
          { name: 'n', type: 'integer' },
        ],
        rows: [
          ['2025-01-01', "O'A", 'f"', 1],
          ['2025-01-01', 'P', "f'", 2],
        ],
      };
      const tree = nodesOf(`id parent from to\nP - - -\nQ - - -\nO'A P - 2025-01-31\nO'A Q 2025-02-01 -`);
      const metrics = [{ ...tertial, breakdowns: [[id], [id, `flat-${id}`]], population: count(null) }];
      const measured = await measureOver({ ...town, facts: rows, nodes: { [id]: tree }, flat: { [`flat-${id}`]: [] }, metrics });
      expect(measured.findings).toEqual([]);
      expect(shown(show(metricOf(measured)))).toEqual(
        lined(`
          * *: 3 of 2
          * f": 1 of 1
          * f': 2 of 1
          O'A *: 1 of 1
          O'A f": 1 of 1
          P *: 3 of 2
          P f": 1 of 1
          P f': 2 of 1
          P.own *: 2 of 1
          P.own f': 2 of 1`),
      );
      expect(metricOf(measured).parts.map(showPart)).toEqual(
        lined(`
          O'A * under P: 1 of 1
          O'A f" under P: 1 of 1
          O'A * under Q: 0 of 0
          O'A f" under Q: 0 of 0`),
      );
    }
  });
});

describe('metrics over the same body', () => {
  const facts = `day organisation sex n:integer\n2025-01-10 A K 1\n2025-01-10 nowhere M 2\n2025-02-10 A K -`;
  const nodes = 'id parent\nA -';
  const metrics = [
    { id: 'place', measure: of(sum('n', "sex = 'K'")), nulls_allowed: 1 },
    { id: 'sex', breakdowns: [['sex']], measure: of(sum('n')) },
    {
      id: 'both',
      breakdowns: [['organisation', 'sex']],
      measure: of(count(null)),
      finest: 'month' as const,
      windows: ['period', 'ytd'] as const,
    },
    { id: 'none', breakdowns: [[]], measure: of(median('n')), nulls_allowed: 5 },
    { id: 'quarterly', finest: 'quarter' as const, grains: ['quarter', 'year'] as const, nulls_allowed: 1 },
  ];
  const over = (some: typeof metrics) => measureOver({ ...town, facts, nodes, flat: { sex: ['K', 'M'] }, metrics: some });

  it('give the same together as alone', async () => {
    const together = await over(metrics);
    for (const metric of metrics) {
      const alone = await over([metric]);
      expect(metricOf(together, metric.id)).toEqual(metricOf(alone));
      expect(together.held.has(metric.id)).toBe(alone.held.has(metric.id));
      const about = together.findings
        .filter(finding => finding.metrics.includes(metric.id))
        .map(finding => ({ ...finding, metrics: [metric.id] }));
      expect(about).toEqual(alone.findings);
    }
    expect([...together.held]).toEqual(['sex']);
  });

  it('a tree that could not be built takes only the metrics that have it', async () => {
    const measured = await measureOver({ ...town, facts, nodes, flat: { sex: ['K', 'M'] }, metrics, broken: ['marts.tree-organisation'] });
    expect([...measured.held].sort()).toEqual(['both', 'place', 'quarterly', 'sex']);
    expect(
      measured.findings
        .filter(finding => finding.code === 'rests-on-broken')
        .flatMap(finding => finding.metrics)
        .sort(),
    ).toEqual(['both', 'place', 'quarterly']);
    expect(show(metricOf(measured, 'sex'), '2025-01')).toEqual(['2025-01 *: 3', '2025-01 K: 1', '2025-01 M: 2']);
  });
});
