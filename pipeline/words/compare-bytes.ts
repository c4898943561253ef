import type { Observation } from '../contract/observation.ts';

/** Orders text by its UTF-8 bytes, so that files are the same in every locale. */
export const compareBytes = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** Orders observations of one metric by key: grain, window, period, members. */
export function compareKeys(a: Observation, b: Observation): number {
  const fields = (o: Observation) => [o.grain, o.window, o.period_start, o.period_end, ...o.members];
  const left = fields(a);
  const right = fields(b);
  for (const [i, text] of left.entries()) {
    const order = compareBytes(text, right[i]!);
    if (order !== 0) return order;
  }
  return 0;
}
