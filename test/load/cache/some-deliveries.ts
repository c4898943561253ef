import type { Dropped } from './load-deliveries.ts';
import type { Said } from './kinds-of-source.ts';

const recordsOf = (month: string, from: number, count: number): Said[] =>
  Array.from({ length: count }, (_, i): Said => [month, `${from + i}`, i % 50 === 7 ? 'x' : String(i)]);

/** Deliveries of some size, of which later ones replace parts of earlier ones. */
export const SOME: readonly Dropped[] = [
  { name: '2026-01_2026-02-03', records: recordsOf('2026-01', 0, 900) },
  { name: '2026-02_2026-03-03', records: recordsOf('2026-02', 0, 900) },
  { name: '2026-01_2026-03-04', records: recordsOf('2026-01', 500, 700) },
];
