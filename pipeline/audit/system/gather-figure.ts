import type { Month } from '../../contract/period.ts';
import type { Cell, Figure, RowKey, Span, State, Tree, Tuple } from './figure.ts';

/** What one published row says of a figure. */
export interface Said {
  tuple: Tuple;
  span: Span;
  row: RowKey;
  state: State;
  text: string | null;
  lower: number | null;
}

/** A number that one row hides and another shows. */
export interface ShownElsewhere {
  hiding: RowKey;
  showing: RowKey;
}

/** Puts a figure together from the rows that say something of it. */
export interface FigureGathering {
  say(said: Said): void;
  /** A span in which a tuple that it publishes has no row. */
  sayEmpty(tuple: Tuple, span: Span): void;
  sayCovered(months: ReadonlySet<Month>): void;
  sayDimensions(flat: Iterable<string>, trees: Iterable<readonly [string, Tree]>): void;
  figure(): Figure;
  shownElsewhere(): readonly ShownElsewhere[];
}

export function gatherFigure(kind: Pick<Figure, 'id' | 'additive' | 'counts'>): FigureGathering {
  const tuples = numbered<Tuple>(({ key }) => key);
  const spans = numbered<Span>(({ first, last }) => `${first} ${last}`);
  const cells: (Cell | undefined)[][] = [];
  const empty: Span[][] = [];
  const flat = new Set<string>();
  const trees = new Map<string, Tree>();
  const elsewhere: ShownElsewhere[] = [];
  let covered: Set<Month> | null = null;
  return {
    say({ tuple, span, row, state, text, lower }) {
      const bySpan = (cells[spans.of(span)] ??= []);
      const at = tuples.of(tuple);
      const there = bySpan[at];
      if (there === undefined) return void (bySpan[at] = { state, text, rows: [row], lower });
      const both = new Set<State>([there.state, state]);
      if (both.has('shown') && both.has('hidden'))
        elsewhere.push(state === 'hidden' ? { hiding: row, showing: there.rows[0]! } : { hiding: there.rows[0]!, showing: row });
      const joined: State = both.has('shown') ? 'shown' : both.has('hidden') ? 'hidden' : 'open';
      bySpan[at] = {
        state: joined,
        text: there.text ?? text,
        rows: there.rows.includes(row) ? there.rows : [...there.rows, row],
        lower: highest(there.lower, lower),
      };
    },
    sayEmpty: (tuple, span) => void (empty[tuples.of(tuple)] ??= []).push(span),
    sayCovered: months => void (covered = new Set([...(covered ?? []), ...months])),
    sayDimensions(ownFlat, ownTrees) {
      for (const dimension of ownFlat) flat.add(dimension);
      for (const [dimension, tree] of ownTrees) trees.set(dimension, tree);
    },
    figure: () => ({
      ...kind,
      flat,
      trees,
      tuples: tuples.all,
      spans: spans.all,
      cells: spans.all.map((_, i) => cells[i] ?? []),
      empty: tuples.all.map((_, i) => empty[i] ?? []),
      covered,
    }),
    shownElsewhere: () => elsewhere,
  };
}

const highest = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

/** Things numbered in the order they come, equal ones once. */
function numbered<T>(keyOf: (item: T) => string): { all: T[]; of(item: T): number } {
  const numbers = new Map<string, number>();
  const all: T[] = [];
  return {
    all,
    of(item) {
      const key = keyOf(item);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(item) - 1;
    },
  };
}
