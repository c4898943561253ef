import type { Observation } from '../contract/observation.ts';

/** Characters that UTF-16 orders otherwise than UTF-8 does. */
const BEYOND_BMP = /[\ud800-\udfff]/;

/** Orders text by its UTF-8 bytes, so that files are the same in every locale. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  if (BEYOND_BMP.test(a) || BEYOND_BMP.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

/** Rows of one metric in the order of their keys: grain, window, period, members. Rows with equal keys keep their order. */
export const inKeyOrder = <T extends Observation>(rows: readonly T[]): T[] => [...rows].sort(compareKeys);

function compareKeys(a: Observation, b: Observation): number {
  const order = compareBytes(a.grain, b.grain) || compareBytes(a.window, b.window) || compareBytes(a.period_start, b.period_start);
  if (order !== 0) return order;
  for (let i = 0; i < a.members.length; i++) {
    const member = compareBytes(a.members[i]!, b.members[i]!);
    if (member !== 0) return member;
  }
  return 0;
}
