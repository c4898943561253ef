import type { Cells } from './clean-table.ts';
import type { Outcome } from './load-polluted.ts';

/** What loading a file came to, record by record of its reference. */
export interface Verdict {
  /** `exact`: every record of the reference loaded, nothing else told; `fault`: nothing loaded; `rejects`: the rest. */
  file: 'exact' | 'fault' | 'rejects';
  /** Records loaded with the reference's cells, and rejected. */
  right: number;
  rejected: number;
  /** What came out wrong while nothing says so; empty where all is well. */
  silent: readonly string[];
}

/**
 * Compares as arrays of cells, line by line. Silently wrong is a loaded row whose cells are others than the reference's, or that
 * the reference does not have; a record of the reference that is neither loaded nor rejected; and counts that do not add up.
 */
export function judgeOutcome(expected: ReadonlyMap<number, Cells>, { fault, loaded, rejected, counts }: Outcome): Verdict {
  const silent: string[] = [];
  if (fault !== null) {
    if (fault.startsWith('a fault')) silent.push(fault);
    if (loaded.size > 0) silent.push(`${loaded.size} rows of a file that cannot be read`);
    return { file: 'fault', right: 0, rejected: 0, silent };
  }
  let right = 0;
  let refused = 0;
  for (const [line, cells] of expected) {
    const row = loaded.get(line);
    if (row === undefined) {
      if (rejected.has(line)) refused++;
      else silent.push(`line ${line}: lost`);
    } else if (cells.every((cell, i) => cell === row[i])) right++;
    else silent.push(`line ${line}: ${JSON.stringify(row)} for ${JSON.stringify(cells)}`);
  }
  for (const line of loaded.keys()) if (!expected.has(line)) silent.push(`line ${line}: a row that is no record`);
  if (counts.records !== counts.loaded + counts.rejected + counts.ignored) silent.push('counts that do not add up');
  if (counts.loaded !== loaded.size) silent.push(`${counts.loaded} told as loaded, ${loaded.size} there`);
  if (counts.rejected !== rejected.size) silent.push(`${counts.rejected} told as rejected, ${rejected.size} of them`);
  return { file: right === expected.size && rejected.size === 0 ? 'exact' : 'rejects', right, rejected: refused, silent };
}
