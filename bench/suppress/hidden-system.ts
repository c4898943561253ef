import type { LinearSystem } from '../../pipeline/audit/solve/linear-system.ts';
import { hideInBlock } from '../../pipeline/protect/complementary/block.ts';
import type { HierarchicalTable } from './hierarchical-table.ts';

/** What readers can add up of a table in which all is hidden that the suppressor hides. Of each unknown, whether it is small. */
export function hiddenSystem({ block, rows }: HierarchicalTable): { system: LinearSystem; isSmall: boolean[] } {
  const hidden = hideInBlock(block);
  const cells = [...block.cells.keys()].filter(cell => hidden[cell]);
  const columns = new Map(cells.map((cell, column) => [cell, column]));
  const equations = rows.map(({ whole, parts }) => {
    const terms = [[whole, 1] as const, ...parts.map(part => [part, -1] as const)];
    const unknown = terms.filter(([cell]) => hidden[cell]);
    return {
      columns: unknown.map(([cell]) => columns.get(cell)!),
      coefficients: unknown.map(([, factor]) => factor),
      known: terms.reduce((left, [cell, factor]) => (hidden[cell] ? left : left - factor * block.cells[cell]!.size), 0),
    };
  });
  return {
    system: { unknowns: cells.map(() => ({ lower: 1 })), equations: equations.filter(equation => equation.columns.length > 0) },
    isSmall: cells.map(cell => block.cells[cell]!.role === 'secret'),
  };
}
