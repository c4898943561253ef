import { compareBytes } from '../../words/compare-bytes.ts';
import { chooseBesideSeen, type DecidedChoice } from './choose-beside-seen.ts';
import { chooseHidden, type Role } from './choose-hidden.ts';
import { distinctSums, type DistinctSum } from './distinct-sums.ts';
import { differenceOf, sumOf, type Sparse } from './sparse.ts';
import { tellApart } from './tell-apart.ts';

/** A figure as the sum of variables, some of which other figures have too. */
export interface BlockCell {
  /** The numbers of its variables, ascending. */
  of: Int32Array;
  /** How much is lost where it is hidden: how many people it is about. */
  size: number;
  /** Decides between those of the same size. */
  key: string;
  /** Besides what a column may be: about nobody, and shown; shown only where it follows from the rest; or known from before, and not a figure of now. */
  role: Role | 'zero' | 'if-free' | 'seen';
  /** The least that a reader knows it must be, where it is hidden and is that; else null. Of a 0, all parts are 0. */
  atBound: 0 | 1 | null;
}

/** Figures of one measure, and sums that are known to be the same though their variables are not. */
export interface Block {
  variables: number;
  cells: readonly BlockCell[];
  ties: readonly { one: readonly number[]; other: readonly number[] }[];
}

/**
 * Which of the cells are hidden so that no secret follows from what is shown: the secrets, and as few beside them as can be found
 * fast, the smallest first. Cells about nobody are shown, and nothing under them is unknown.
 */
export function hideInBlock({ variables, cells, ties }: Block): boolean[] {
  const hidden = cells.map(({ role }) => role === 'secret');
  if (!hidden.includes(true)) return hidden;
  const nobody = new Uint8Array(variables);
  for (const { of, role } of cells) if (role === 'zero') for (const variable of of) nobody[variable] = 1;
  const isSomebody = (variable: number): boolean => nobody[variable] === 0;
  const live = nobody.includes(1) ? cells.map(cell => ({ ...cell, of: cell.of.filter(isSomebody) })) : cells;
  const tied = ties.map(({ one, other }) => ({ one: one.filter(isSomebody), other: other.filter(isSomebody) }));

  const columns = distinctSums(live);
  const sets = [...columns.map(({ of }) => of), ...tied.flatMap(({ one, other }) => [one, other])];
  const apart = tellApart(
    variables,
    sets,
    columns.map(({ role }) => role === 'secret'),
    tied.map(({ one, other }) => [...one, ...other]),
  );
  const known = tied.map(({ one, other }): { sum: Sparse; role: Role } => ({
    sum: differenceOf(apart.classesOf(one), apart.classesOf(other)),
    role: 'known',
  }));
  const decided = columns.filter(({ of }) => of.length > 0 && apart.isWithSecret(of[0]!)).sort(inOrder);
  const atBound = new Uint8Array(apart.classes);
  const sums = decided.map(column => {
    const classes = apart.classesOf(column.of);
    if (column.atBound === 0 || (column.atBound === 1 && classes.length === 1)) for (const own of classes) atBound[own] = 1;
    return sumOf(classes);
  });
  const choose = (roleOf: (i: number) => Role | null): DecidedChoice => {
    const own = sums.flatMap((_, i) => (roleOf(i) === null ? [] : [i]));
    const columns = [...known.filter(({ sum }) => sum.at.length > 0), ...own.map(i => ({ sum: sums[i]!, role: roleOf(i)! }))];
    const { hidden: chosen, rest } = chooseHidden({ variables: apart.classes, columns, atBound });
    const byColumn = new Map(own.map((i, at) => [i, chosen[columns.length - own.length + at]!]));
    return { rest, isHidden: i => byColumn.get(i) ?? !rest.isNothing(sums[i]!) };
  };
  const choice = chooseBesideSeen(decided, choose);
  for (const [i, { cells: same }] of decided.entries()) for (const cell of same) hidden[cell] = choice.isHidden(i);
  for (const [i, { of, role }] of live.entries()) {
    if (role !== 'if-free') continue;
    const classes = apart.wholeClassesOf(of);
    hidden[i] = classes === null || !choice.rest.isNothing(sumOf(classes));
  }
  return hidden;
}

/** What is known, then what most is lost with, then what says most at once. */
const inOrder = (a: DistinctSum, b: DistinctSum): number =>
  Number(isKnown(b)) - Number(isKnown(a)) || b.size - a.size || b.of.length - a.of.length || compareBytes(a.key, b.key);

const isKnown = ({ role, isSeen }: DistinctSum): boolean => role === 'known' || isSeen;
