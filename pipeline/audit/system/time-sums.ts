import type { Cell, Figure, Span } from './figure.ts';
import type { Sum, Term } from './sums.ts';

/**
 * What a tuple's cells in time add up to. Months are the way from one month's beginning to the next, longer spans (tertials, years, years to date, rolling
 * windows) are longer steps of the same way: every sum there is among them is made of closed walks, so it is enough to take, for each span, the shorter
 * way round it with the fewest steps. That gives as many sums as there are independent ones.
 */
export function timeSums(figure: Figure): Sum[] {
  const walks = new Map<string, readonly Walk[]>();
  return figure.tuples.flatMap(({ parent }, tuple) => {
    // What one parent had of a moved unit adds up with the unit's own rows: tree-sums.ts.
    if (parent !== null) return [];
    const cells = figure.cells.map(bySpan => bySpan[tuple]);
    const there = [...cells.keys()].filter(span => cells[span] !== undefined);
    const empty = figure.empty[tuple]!;
    const kind = `${there.join()}/${empty.map(({ first, last }) => `${first}-${last}`).join()}`;
    const known =
      walks.get(kind) ??
      walksOver(
        there.map(span => figure.spans[span]!),
        empty,
      );
    walks.set(kind, known);
    return known.map(walk => walk.map(([step, factor]): Term => [cells[there[step]!]!, factor]));
  });
}

/** The sums of cells that are told with their spans. */
export const sumsOver = (cells: readonly (readonly [Span, Cell])[], empty: readonly Span[]): Sum[] =>
  walksOver(
    cells.map(([span]) => span),
    empty,
  ).map(walk => walk.map(([step, factor]): Term => [cells[step]![1], factor]));

/** A closed walk: positions of spans, with the sign of the way it is walked. */
type Walk = readonly (readonly [step: number, factor: 1 | -1])[];

interface Step {
  to: number;
  /** The span's position; null for one that holds nothing. */
  span: number | null;
  factor: 1 | -1;
}

function walksOver(spans: readonly Span[], empty: readonly Span[]): Walk[] {
  const steps = new Map<number, Step[]>();
  const add = ({ first, last }: Span, span: number | null): void => {
    step(first, { to: last + 1, span, factor: 1 });
    step(last + 1, { to: first, span, factor: -1 });
  };
  const step = (from: number, way: Step): void => void (steps.get(from) ?? steps.set(from, []).get(from)!).push(way);
  for (const span of empty) add(span, null);
  const shortestFirst = [...spans.keys()].sort((a, b) => length(spans[a]!) - length(spans[b]!) || spans[a]!.first - spans[b]!.first);
  const walks: Walk[] = [];
  for (const at of shortestFirst) {
    const way = fewestSteps(steps, spans[at]!.first, spans[at]!.last + 1);
    if (way !== null)
      walks.push([[at, 1], ...way.flatMap(({ span, factor }) => (span === null ? [] : [[span, -factor as 1 | -1] as const]))]);
    add(spans[at]!, at);
  }
  return walks;
}

const length = ({ first, last }: Span): number => last - first;

/** Breadth first; null where there is no way. */
function fewestSteps(steps: ReadonlyMap<number, readonly Step[]>, from: number, to: number): Step[] | null {
  const cameBy = new Map<number, { by: Step; from: number } | null>([[from, null]]);
  const queue = [from];
  for (let head = 0; head < queue.length && !cameBy.has(to); head++)
    for (const by of steps.get(queue[head]!) ?? [])
      if (!cameBy.has(by.to)) {
        cameBy.set(by.to, { by, from: queue[head]! });
        queue.push(by.to);
      }
  if (!cameBy.has(to)) return null;
  const way: Step[] = [];
  for (let came = cameBy.get(to); came; came = cameBy.get(came.from)) way.push(came.by);
  return way;
}
