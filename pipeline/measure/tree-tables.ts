import { run } from '../warehouse/query.ts';
import { identifier, literal } from '../warehouse/sql-text.ts';
import type { Warehouse } from '../words/stages.ts';
import { UNKNOWN_PATH, type Tree } from './tree.ts';

export const pathTable = (dimension: string): string => identifier(`_path_${dimension}`);
export const placementTable = (dimension: string): string => identifier(`_placement_${dimension}`);
/** The path of the unknown member. */
export const UNKNOWN = 0;

/**
 * Tables of one tree: `_placement_<dimension>` (node, from, to, path number) and `_path_<dimension>` (path, member,
 * parent). Equal paths share a number, so they are one atom of roll-up.
 */
export async function createTreeTables(warehouse: Warehouse, dimension: string, tree: Tree): Promise<void> {
  const numbers = new Map<string, number>([[JSON.stringify(UNKNOWN_PATH), UNKNOWN]]);
  const placements = tree.placements.map(({ node, from, to, path }) => {
    const key = JSON.stringify(path);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return `(${literal(node)}, date ${literal(from)}, date ${literal(to)}, ${numbers.get(key)})`;
  });
  const steps = [...numbers].flatMap(([key, number]) =>
    (JSON.parse(key) as typeof UNKNOWN_PATH).map(
      s => `(${number}, ${literal(s.member)}, ${s.parent === null ? 'null' : literal(s.parent)})`,
    ),
  );
  await run(
    warehouse,
    `create or replace temp table ${placementTable(dimension)} (node varchar, valid_from date, valid_to date, path integer)`,
  );
  if (placements.length > 0) await run(warehouse, `insert into ${placementTable(dimension)} values ${placements.join(', ')}`);
  await run(warehouse, `create or replace temp table ${pathTable(dimension)} (path integer, member varchar, parent varchar)`);
  await run(warehouse, `insert into ${pathTable(dimension)} values ${steps.join(', ')}`);
}
