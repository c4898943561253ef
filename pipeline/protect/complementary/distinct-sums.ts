import { compareBytes } from '../../words/compare-bytes.ts';
import type { BlockCell } from './block.ts';
import type { Role } from './choose-hidden.ts';

/** Cells that are the same sum. */
export interface DistinctSum extends Pick<BlockCell, 'of' | 'size' | 'key' | 'atBound'> {
  /** Null where no figure of now is that sum. */
  role: Role | null;
  /** True where it is known from before. */
  isSeen: boolean;
  /** Their numbers. */
  cells: readonly number[];
}

const ROLES: readonly (Role | null)[] = [null, 'candidate', 'secret', 'known'];

/** The sums there are, each once, but those of nothing, of zeros, and of cells that are shown only where they follow. What is known is that, whatever else it is. */
export function distinctSums(cells: readonly BlockCell[]): DistinctSum[] {
  const byHash = new Map<number, (DistinctSum & { cells: number[] })[]>();
  const all: DistinctSum[] = [];
  for (const [i, { of, size, key, role: said, atBound }] of cells.entries()) {
    if (said === 'zero' || said === 'if-free' || of.length === 0) continue;
    const isSeen = said === 'seen';
    const role = isSeen ? null : said;
    const hash = hashOf(of);
    const alike = byHash.get(hash) ?? [];
    const same = alike.find(other => isSame(other.of, of));
    if (same === undefined) {
      const sum = { of, size, key, role, isSeen, atBound, cells: [i] };
      byHash.set(hash, [...alike, sum]);
      all.push(sum);
      continue;
    }
    same.cells.push(i);
    same.size = Math.max(same.size, size);
    if (compareBytes(key, same.key) < 0) same.key = key;
    if (atBound !== null && same.atBound !== 0) same.atBound = atBound;
    same.isSeen ||= isSeen;
    if (ROLES.indexOf(role) > ROLES.indexOf(same.role)) same.role = role;
  }
  return all;
}

/** FNV-1a of the numbers. */
function hashOf(of: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const variable of of) hash = Math.imul(hash ^ variable, 0x01000193);
  return hash;
}

const isSame = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((variable, i) => variable === b[i]);
