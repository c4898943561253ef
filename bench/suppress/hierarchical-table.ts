import type { Block, BlockCell } from '../../pipeline/protect/complementary/block.ts';

/** How large a table is: units in boards of six, by sex and age with all margins, and months with what is made of them. */
export interface Size {
  units: number;
  months: number;
  /** Windows beside the months: their tertials and year, and the year to date. */
  windows: readonly ('tertial' | 'year' | 'ytd')[];
  sexes?: number;
  ages?: number;
  /** How many people an innermost cell has, on an average. */
  mean: number;
  threshold: number;
}

/** A table as the suppressor takes it, and what a reader knows to sum up: a cell, and the cells it is the sum of. */
export interface HierarchicalTable {
  block: Block;
  rows: readonly { whole: number; parts: readonly number[] }[];
}

interface Place {
  /** Its own innermost places. */
  of: readonly number[];
  parts: readonly number[];
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** A margin over so many members: the whole first, then each. */
const flat = (count: number): Place[] => [
  { of: range(count), parts: count > 1 ? range(count).map(i => i + 1) : [] },
  ...(count > 1 ? range(count).map(i => ({ of: [i], parts: [] })) : []),
];

function tree(units: number): Place[] {
  const boards = Math.ceil(units / 6);
  const ofBoard = (board: number): number[] => range(units).filter(unit => Math.floor(unit / 6) === board);
  return [
    { of: range(units), parts: range(boards).map(i => i + 1) },
    ...range(boards).map(board => ({ of: ofBoard(board), parts: ofBoard(board).map(unit => 1 + boards + unit) })),
    ...range(units).map(unit => ({ of: [unit], parts: [] })),
  ];
}

function time({ months, windows }: Size): Place[] {
  const places: Place[] = range(months).map(month => ({ of: [month], parts: [] }));
  const tertials: number[] = [];
  if (windows.includes('tertial'))
    for (let first = 0; first < months; first += 4) {
      const of = range(months).slice(first, first + 4);
      tertials.push(places.push({ of, parts: of }) - 1);
    }
  if (windows.includes('year'))
    for (let first = 0; first < months; first += 12) {
      const of = range(months).slice(first, first + 12);
      places.push({ of, parts: tertials.length > 0 ? tertials.slice(first / 4, first / 4 + 3) : of });
    }
  if (windows.includes('ytd'))
    for (const month of range(months)) {
      const of = range(months).slice(month - (month % 12), month + 1);
      const before = places.length - 1;
      places.push({ of, parts: of.length === 1 ? [month] : [before, month] });
    }
  return places;
}

/** `random` gives numbers from 0 to 1. Innermost cells are skew: many small, some large, some empty. */
export function hierarchicalTable(size: Size, random: () => number): HierarchicalTable {
  const axes = [tree(size.units), flat(size.sexes ?? 2), flat(size.ages ?? 4), time(size)] as const;
  const lengths = [size.units, size.sexes ?? 2, size.ages ?? 4, size.months];
  const atoms = lengths.reduce((a, b) => a * b);
  const counts = range(atoms).map(() => Math.floor(-size.mean * Math.log(1 - random())));
  const cells: BlockCell[] = [];
  const rows: { whole: number; parts: number[] }[] = [];
  const numberOf = (at: readonly number[]): number => at.reduce((sum, i, axis) => sum * axes[axis]!.length + i, 0);
  const visit = (at: readonly number[]): void => {
    if (at.length < axes.length) {
      for (const i of axes[at.length]!.keys()) visit([...at, i]);
      return;
    }
    const own = at.map((i, axis) => axes[axis]![i]!.of);
    const of = own.reduce<number[]>((found, next, axis) => found.flatMap(i => next.map(j => i * lengths[axis]! + j)), [0]);
    const people = of.reduce((sum, atom) => sum + counts[atom]!, 0);
    const isSmall = people > 0 && people < size.threshold;
    const role = people === 0 ? 'zero' : isSmall ? 'secret' : 'candidate';
    cells.push({ of: Int32Array.from(of).sort(), size: people, key: at.join('|'), role, atBound: people === 1 ? 1 : null });
    for (const [axis, i] of at.entries()) {
      const parts = axes[axis]![i]!.parts.map(part => numberOf(at.with(axis, part)));
      if (parts.length > 0) rows.push({ whole: numberOf(at), parts });
    }
  };
  visit([]);
  return { block: { variables: atoms, cells, ties: [] }, rows };
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
