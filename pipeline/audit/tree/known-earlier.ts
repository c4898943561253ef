import { WHOLE, withMember, type Cell, type Figure, type Span, type Tuple } from '../system/figure.ts';

/** A figure's cells by their place in time and among members. */
type Index = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/**
 * What an earlier edition showed of cells that are hidden now: their text, where readers can take it that nothing has changed, since a whole that the cell is a
 * part of is shown in both with the same number.
 */
export function knownEarlier(now: Figure, then: Figure): Map<Cell, string> {
  const [current, before] = [indexOf(now), indexOf(then)];
  const known = new Map<Cell, string>();
  for (const [at, cells] of now.cells.entries()) {
    const span = spanKey(now.spans[at]!);
    const textIn = (index: Index, { key }: Tuple): string | null => index.get(span)?.get(key)?.text ?? null;
    for (const [i, cell] of cells.entries()) {
      const tuple = now.tuples[i]!;
      const text = cell?.state === 'hidden' ? textIn(before, tuple) : null;
      const isSame = (whole: Tuple): boolean => textIn(current, whole) !== null && textIn(current, whole) === textIn(before, whole);
      if (cell && text !== null && wholesOf(now, tuple).some(isSame)) known.set(cell, text);
    }
  }
  return known;
}

const spanKey = ({ first, last }: Span): string => `${first} ${last}`;

const indexOf = (figure: Figure): Index =>
  new Map(
    figure.spans.map((span, at) => {
      const cells = figure.cells[at]!;
      return [spanKey(span), new Map(figure.tuples.flatMap(({ key }, i) => (cells[i] ? [[key, cells[i]] as const] : [])))];
    }),
  );

/** All that the tuple is a part of, in the same months. */
function wholesOf(figure: Figure, tuple: Tuple): Tuple[] {
  let found: Tuple[] = [tuple.parent === null ? tuple : { ...tuple, parent: null }];
  for (const dimension of [...figure.flat, ...figure.trees.keys()]) {
    const member = tuple.members.get(dimension);
    if (member !== undefined)
      found = found.flatMap(whole => [whole, ...above(figure, dimension, member).map(up => withMember(whole, dimension, up))]);
  }
  return found.slice(1);
}

function above(figure: Figure, dimension: string, member: string): string[] {
  const tree = figure.trees.get(dimension);
  if (tree === undefined) return [WHOLE];
  const all = new Set<string>();
  const climb = (from: string): void => {
    for (const parent of tree.parentsEver(from)) {
      if (all.has(parent)) continue;
      all.add(parent);
      climb(parent);
    }
  };
  climb(member);
  return [...all];
}
