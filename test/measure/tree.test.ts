import { describe, expect, it } from 'vitest';
import { monthOf } from '../../pipeline/contract/period.ts';
import { Tree } from '../../pipeline/measure/tree.ts';
import { nodesOf } from './measure-over.ts';

const tree = (text: string): Tree => new Tree(nodesOf(text));
const placed = (t: Tree, node: string): string[] =>
  t.placements.filter(p => p.node === node).map(({ from, to, path }) => `${from} ${to} ${path.map(step => step.member).join(' ')}`);

describe('where a node stands', () => {
  it('its validity is split wherever it or an ancestor changes place', () => {
    const t = tree(`
      id  parent from       to
      A   -      -          -
      B   -      -          -
      F   A      -          2025-03-31
      F   B      2025-04-01 -
      U   F      2025-02-15 2025-05-14`);
    expect(placed(t, 'U')).toEqual(['2025-02-15 2025-03-31 U F A *', '2025-04-01 2025-05-14 U F B *']);
    expect(placed(t, 'F')).toEqual(['0001-01-01 2025-03-31 F.own F A *', '2025-04-01 9999-12-31 F.own F B *']);
    expect(placed(t, 'A')).toEqual(['0001-01-01 9999-12-31 A.own A *']);
    expect([...t.parentsOf('U')]).toEqual(['F']);
    expect([...t.parentsOf('F')]).toEqual(['A', 'B']);
  });

  it('days on which an ancestor is not valid are left out', () => {
    const t = tree(`id parent from to\nA - 2025-02-01 2025-02-28\nU A - -`);
    expect(placed(t, 'U')).toEqual(['2025-02-01 2025-02-28 U A *']);
    expect(['2025-01-01', '2025-02-01', '2025-03-01'].map(day => t.validInSome('U', [monthOf(day)]))).toEqual([false, true, false]);
  });

  it('a month is touched by a single day of it; both days are inclusive', () => {
    const t = tree(`id parent from to\nU - 2025-01-31 2025-03-01`);
    expect(['2024-12-01', '2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'].map(day => t.validInSome('U', [monthOf(day)]))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('a node’s own part is valid as the node is, the whole always, what is not in the tree never', () => {
    const t = tree(`id parent from to\nA - 2025-01-01 2025-01-31\nU A - -`);
    const at = (member: string, day: string) => t.validInSome(member, [monthOf(day)]);
    expect([at('A.own', '2025-01-05'), at('A.own', '2025-02-05'), at('*', '1900-01-01'), at('nowhere', '2025-01-01')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('a node whose id ends in .own is itself', () => {
    const t = tree(`id parent from to\nA - 2025-01-01 2025-01-31\nA.own - 2025-02-01 -`);
    expect([t.validInSome('A.own', [monthOf('2025-01-01')]), t.validInSome('A.own', [monthOf('2025-02-01')])]).toEqual([false, true]);
  });

  it('a parent that is missing, a circle and validity that ends before it begins give no place', () => {
    expect(tree(`id parent\nU nobody\nV U`).placements).toEqual([]);
    expect(tree(`id parent\nU V\nV U\nW W`).placements).toEqual([]);
    expect(tree(`id parent from to\nU - 2025-02-01 2025-01-01`).placements).toEqual([]);
  });

  it('two nodes that have been under each other at different times are no circle', () => {
    const t = tree(`
      id parent from       to
      A  B      -          2025-01-31
      A  -      2025-02-01 -
      B  -      -          2025-01-31
      B  A      2025-02-01 -`);
    expect(placed(t, 'A')).toEqual(['0001-01-01 2025-01-31 A.own A B *', '2025-02-01 9999-12-31 A.own A *']);
  });
});
