import type { Cell } from './figure.ts';

/** Cells that add up to nothing, each with its sign: a whole, less its parts. */
export type Sum = readonly Term[];
export type Term = readonly [cell: Cell, factor: 1 | -1];

/** A whole and its parts; null parts are not there, and nothing. */
export const wholeLessParts = (whole: Cell, parts: Iterable<Cell | undefined>): Sum => [
  [whole, 1],
  ...[...parts].flatMap((part): Term[] => (part === undefined ? [] : [[part, -1]])),
];
