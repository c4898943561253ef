import type { Figure } from './figure.ts';
import { memberSums } from './member-sums.ts';
import type { Sum } from './sums.ts';
import { timeSums } from './time-sums.ts';
import { treeSums } from './tree-sums.ts';

/** Every sum there is among a figure's cells: over members, up trees, and over time. */
export const sumsOf = (figure: Figure): Sum[] =>
  figure.additive ? [...memberSums(figure), ...[...figure.trees.keys()].flatMap(tree => treeSums(figure, tree)), ...timeSums(figure)] : [];
