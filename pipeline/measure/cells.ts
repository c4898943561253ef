import { rows, run } from '../warehouse/query.ts';
import { identifier, literal } from '../warehouse/sql-text.ts';
import type { Dimension } from '../words/project.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Unit } from './coverage.ts';
import { sameAtom, standing, UNIT } from './facts-table.ts';
import { SUMS } from './sums.ts';
import { pathTable } from './tree-tables.ts';
import type { Tree } from './tree.ts';

/** A cell of a breakdown; `parent` is set for the part of a moved node that one parent had. */
export interface CellKey {
  cell: number;
  members: readonly string[];
  parent: string | null;
}

/**
 * Makes `_atoms` (the finest combinations of standings seen in covered facts), `_cells` and `_atom_cells` (which atoms a
 * cell is made of), and gives the cells in key order, with the atoms of those that have facts, where each atom stands, and the finest periods that it has
 * facts in. A cell that two breakdowns name is one cell.
 */
export async function createCells(
  warehouse: Warehouse,
  dimensions: readonly Dimension[],
  breakdowns: readonly (readonly string[])[],
  trees: ReadonlyMap<string, Tree>,
  coveredUnits: readonly Unit[],
): Promise<{ cells: CellKey[]; atoms: string[][]; atomsOf: number[][]; unitsOf: Unit[][] }> {
  const standings = dimensions.map(d => standing(d.id));
  const isCovered = `${UNIT} in (${coveredUnits.join(', ') || 'null'})`;
  const list = (columns: readonly string[]) => columns.map(c => `, ${c}`).join('');
  await run(
    warehouse,
    `create or replace temp table _atoms as
     select (row_number() over (${standings.length > 0 ? `order by ${standings.join(', ')}` : ''}) - 1)::integer as atom${list(standings)}
     from (select distinct ${standings.join(', ') || '0 as nothing'} from ${SUMS} where ${isCovered})`,
  );
  const parts = [[], ...breakdowns].flatMap(breakdown => memberships(dimensions, breakdown, trees));
  await run(warehouse, `create or replace temp table _memberships as ${parts.join('\nunion\n')}`);
  const members = dimensions.map(d => identifier(d.id));
  await run(
    warehouse,
    `create or replace temp table _cells as
     select (row_number() over (order by _parent nulls first${list(members)}) - 1)::integer as _cell, _parent${list(members)}
     from (select distinct _parent${list(members)} from _memberships)`,
  );
  await run(
    warehouse,
    `create or replace temp table _atom_cells as
     select m._atom as atom, c._cell as cell from _memberships m join _cells c
     on m._parent is not distinct from c._parent${members.map(m => ` and m.${m} = c.${m}`).join('')}`,
  );
  const found = await rows(warehouse, `select _cell, _parent${list(members)} from _cells order by _cell`);
  const cells = found.map(([cell, parent, ...rest]) => ({
    cell: Number(cell),
    parent: parent === null ? null : String(parent),
    members: rest.map(String),
  }));
  const whole = dimensions.map(() => '*');
  // The grand total has rows even where no fact was ever seen.
  const seen = cells.some(c => c.parent === null && c.members.every(m => m === '*'))
    ? cells
    : [{ cell: -1, parent: null, members: whole }, ...cells];
  const pairs = await rows(warehouse, 'select atom, cell from _atom_cells order by all');
  const atomsOf: number[][] = cells.map(() => []);
  for (const [atom, cell] of pairs) atomsOf[Number(cell)]!.push(Number(atom));
  const placed = await rows(warehouse, `select atom${list(standings)} from _atoms order by atom`);
  const atoms = placed.map(([, ...at]) => at.map(String));
  const unitsOf: Unit[][] = atoms.map(() => []);
  const met = await rows(
    warehouse,
    `select distinct a.atom, f.${UNIT} from ${SUMS} as f join _atoms as a on ${sameAtom(standings)} where ${isCovered} order by all`,
  );
  for (const [atom, unit] of met) unitsOf[Number(atom)]!.push(Number(unit));
  return { cells: [...seen, ...partsWithoutFacts(seen, dimensions, trees)], atoms, atomsOf, unitsOf };
}

/** The parts that a parent of a moved node had in a cell without a fact of its own there: of all a node's parents, each has its part. */
function partsWithoutFacts(cells: readonly CellKey[], dimensions: readonly Dimension[], trees: ReadonlyMap<string, Tree>): CellKey[] {
  const keyOf = (parent: string, members: readonly string[]): string => JSON.stringify([parent, ...members]);
  const known = new Set(cells.flatMap(({ parent, members }) => (parent === null ? [] : keyOf(parent, members))));
  const parts: CellKey[] = [];
  for (const { parent: partOf, members } of cells) {
    const parents = dimensions.flatMap((d, i) => {
      const all = trees.get(d.id)?.parentsOf(members[i]!);
      return partOf === null && all !== undefined && all.size > 1 ? [...all] : [];
    });
    for (const parent of parents)
      if (!known.has(keyOf(parent, members))) parts.push({ cell: cells.length + parts.length, parent, members });
  }
  return parts;
}

/** SQL that gives (standing, member, parent) for one dimension of a breakdown, or the whole where the breakdown leaves it out. */
const expansion = (dimension: Dimension, inBreakdown: boolean): { join: string; member: string; parent: string } => {
  const alias = identifier(`p_${dimension.id}`);
  if (!inBreakdown) return { join: '', member: "'*'", parent: 'null' };
  if (dimension.hierarchy === null) return { join: '', member: `a.${standing(dimension.id)}`, parent: 'null' };
  return {
    join: `join ${pathTable(dimension.id)} as ${alias} on ${alias}.path = a.${standing(dimension.id)}`,
    member: `${alias}.member`,
    parent: `${alias}.parent`,
  };
};

/** Selects (_atom, _parent, members) for a breakdown: its cells, and the parts of nodes that have had several parents. A dimension may be called `parent`. */
function memberships(dimensions: readonly Dimension[], breakdown: readonly string[], trees: ReadonlyMap<string, Tree>): string[] {
  const expanded = dimensions.map(d => ({ dimension: d, ...expansion(d, breakdown.includes(d.id)) }));
  const select = (parent: string, where: string) =>
    `select a.atom as _atom, ${parent} as _parent${expanded.map(e => `, ${e.member} as ${identifier(e.dimension.id)}`).join('')}
     from _atoms as a ${expanded.map(e => e.join).join(' ')} ${where}`;
  const moved = expanded.flatMap(e => {
    const tree = trees.get(e.dimension.id);
    const nodes = tree && breakdown.includes(e.dimension.id) ? movedNodes(tree) : [];
    return nodes.length === 0 ? [] : [select(e.parent, `where ${e.member} in (${nodes.map(literal).join(', ')})`)];
  });
  return [select('null::varchar', ''), ...moved];
}

const movedNodes = (tree: Tree): string[] => [...new Set(tree.placements.map(p => p.node))].filter(node => tree.parentsOf(node).size > 1);
