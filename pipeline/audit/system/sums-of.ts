import type { Figure } from './figure.ts';
import { memberSums } from './member-sums.ts';
import type { Sum } from './sums.ts';
import { timeSums } from './time-sums.ts';
import { treeSums } from './tree-sums.ts';
import { twinSums } from './twin-sums.ts';

/** Every sum there is among a figure's cells: over members, up trees and between them, and over time. */
export function sumsOf(figure: Figure): Sum[] {
  if (!figure.additive) return [];
  const trees = [...figure.trees.keys()];
  return [...memberSums(figure), ...trees.flatMap(tree => treeSums(figure, tree)), ...twinSums(figure), ...timeSums(figure)];
}
