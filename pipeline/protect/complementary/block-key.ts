import { createHash } from 'node:crypto';
import type { Block, BlockCell } from './block.ts';

const ROLES: readonly BlockCell['role'][] = ['known', 'candidate', 'secret', 'zero', 'if-free', 'seen'];

/** A digest of all that the choice of what is hidden in a block rests on. */
export function blockKey({ variables, cells, ties }: Block): string {
  const hash = createHash('sha256').update(String(variables));
  for (const { of, size, key, role, atBound } of cells) {
    hash
      .update(Int32Array.of(of.length, size, ROLES.indexOf(role), atBound ?? -1))
      .update(of)
      .update(`${key}\n`);
  }
  for (const { one, other } of ties) hash.update(JSON.stringify([one, other]));
  return hash.digest('hex');
}
