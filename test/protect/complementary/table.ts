import { hideInBlock, type BlockCell } from '../../../pipeline/protect/complementary/block.ts';

/** A small table: what each atom counts, and which atoms each published figure is the sum of. */
export interface Table {
  atoms: Readonly<Record<string, number>>;
  /** `T: 'a b c'`; an atom that is published itself: `a: 'a'`. */
  cells: Readonly<Record<string, string>>;
  /** Sums that are small and not published. */
  unpublished?: readonly string[];
  /** What a reader knows already. */
  known?: readonly string[];
  /** Figures that are shown only where they follow. */
  ifFree?: Readonly<Record<string, string>>;
  ties?: readonly { one: string; other: string }[];
  threshold?: number;
  /** The least that a hidden figure can be; null: nothing is known. */
  lowest?: number | null;
}

const words = (text: string): string[] => text.split(' ').filter(word => word !== '');

/** The numbers of what is hidden of the table, small ones included. */
export function hiddenIn({
  atoms,
  cells,
  unpublished = [],
  known = [],
  ifFree = {},
  ties = [],
  threshold = 5,
  lowest = 1,
}: Table): string[] {
  const names = Object.keys(atoms);
  const numbers = (text: string): number[] =>
    words(text)
      .map(name => names.indexOf(name))
      .sort((a, b) => a - b);
  const cell = (key: string, text: string, role: BlockCell['role']): BlockCell => {
    const size = words(text).reduce((sum, name) => sum + atoms[name]!, 0);
    const isSmall = size > 0 && size < threshold;
    const own = size === 0 ? 'zero' : isSmall && role !== 'seen' ? 'secret' : role;
    return { of: Int32Array.from(numbers(text)), size, key, role: own, atBound: isSmall && size === lowest ? 1 : null };
  };
  const all = [
    ...Object.entries(cells).map(([key, text]) => cell(key, text, 'candidate')),
    ...unpublished.map(text => cell(text, text, 'candidate')),
    ...known.map(text => cell(text, text, 'seen')),
    ...Object.entries(ifFree).map(([key, text]) => cell(key, text, 'if-free')),
  ];
  const hidden = hideInBlock({
    variables: names.length,
    cells: all,
    ties: ties.map(({ one, other }) => ({ one: numbers(one), other: numbers(other) })),
  });
  const published = new Set([...Object.keys(cells), ...Object.keys(ifFree)]);
  return all.flatMap(({ key }, i) => (hidden[i] && published.has(key) ? [key] : [])).sort();
}
