import type { LinearSystem } from './linear-system.ts';

/** Unknowns that are tied to each other, and the equations that tie them; what is found already has been taken out. */
export interface Block {
  columns: readonly number[];
  equations: readonly BlockEquation[];
}

export interface BlockEquation {
  /** Its number in the system. */
  equation: number;
  /** Positions in the block's `columns`, rising. */
  columns: readonly number[];
  coefficients: readonly number[];
}

/** The connected blocks of what is not found yet; unknowns that stand in no equation are in none. */
export function findBlocks({ unknowns, equations }: LinearSystem, isFound: (column: number) => boolean): Block[] {
  const parent = Int32Array.from(unknowns, (_, i) => i);
  const rootOf = (column: number): number => {
    let root = column;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const open = equations.flatMap(({ columns, coefficients }, equation) => {
    const terms = columns.flatMap((column, i) => (isFound(column) ? [] : [[column, coefficients[i]!] as const]));
    return terms.length === 0 ? [] : [{ equation, terms: terms.sort(([a], [b]) => a - b) }];
  });
  for (const { terms } of open) for (const [column] of terms) parent[rootOf(column)] = rootOf(terms[0]![0]);

  const blocks = new Map<number, { columns: number[]; equations: BlockEquation[] }>();
  const position = new Int32Array(unknowns.length);
  const used = new Set(open.flatMap(({ terms }) => terms.map(([column]) => column)));
  for (const column of [...used].sort((a, b) => a - b)) {
    const root = rootOf(column);
    const block = blocks.get(root) ?? { columns: [], equations: [] };
    position[column] = block.columns.push(column) - 1;
    blocks.set(root, block);
  }
  for (const { equation, terms } of open)
    blocks.get(rootOf(terms[0]![0]))!.equations.push({
      equation,
      columns: terms.map(([column]) => position[column]!),
      coefficients: terms.map(([, coefficient]) => coefficient),
    });
  return [...blocks.values()];
}
