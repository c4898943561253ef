import { BrokenExtract, fault } from '../broken-extract.ts';

export interface Category {
  code: string;
  label: string;
}

/** One axis of a statistical cube. */
export interface Dimension {
  id: string;
  categories: readonly Category[];
}

/** A cube whose file leaves cells out could ask for any number of records; no statistics that a municipality gets are this large. */
export const MOST_SPARSE_CELLS = 10_000_000;

/** How many cells a cube has: the product of its sizes. */
export const cellCount = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((product, { categories }) => product * categories.length, 1);

/** Throws BrokenExtract where a dimension, or a code within one, stands twice: its cells could not be told apart. */
export function checkDistinct(dimensions: readonly Dimension[]): void {
  const ids = new Set<string>();
  for (const { id, categories } of dimensions) {
    if (ids.has(id)) throw new BrokenExtract(fault('cube-dimension-twice', null, { dimension: id }));
    if (new Set(categories.map(({ code }) => code)).size < categories.length)
      throw new BrokenExtract(fault('cube-category-twice', null, { dimension: id }));
    ids.add(id);
  }
}

/** Throws BrokenExtract where a file that writes every cell has another number of them than its dimensions ask for. */
export function checkCells(expected: number, found: number): void {
  if (expected !== found) throw new BrokenExtract(fault('cube-cells', null, { expected, found }));
}

/** Throws BrokenExtract where a file that leaves cells out asks for more of them than can be meant. */
export function checkSparse(cells: number): void {
  if (cells > MOST_SPARSE_CELLS) throw new BrokenExtract(fault('cube-too-large', null, { cells, most: MOST_SPARSE_CELLS }));
}
