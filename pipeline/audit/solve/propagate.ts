import type { Equation, LinearSystem } from './linear-system.ts';

/** The whole numbers that an unknown can be, as far as is known; null is no bound. */
export interface Bounds {
  lower: number | null;
  upper: number | null;
}

/** Bounds, and the equations that no numbers within them fit: then what is published contradicts itself. */
export interface Propagated {
  bounds: Bounds[];
  crossed: readonly number[];
}

/** How often one equation is looked at: bounds that creep towards each other one step at a time are left where they are. */
const VISITS = 40;

/**
 * Bounds by what each equation leaves when all its other unknowns are as small, or as large, as they can be, until nothing more follows. `known`:
 * unknowns whose value is known. They are bounds of whole numbers, and true; equations taken together may leave less.
 */
export function propagate(system: LinearSystem, of: readonly (readonly number[])[], known: readonly (number | null)[]): Propagated {
  const low = Float64Array.from(system.unknowns, ({ lower }, i) => known[i] ?? lower ?? -Infinity);
  const high = Float64Array.from(system.unknowns, (_, i) => known[i] ?? Infinity);
  const visits = new Uint8Array(system.equations.length);
  const waiting = new Uint8Array(system.equations.length).fill(1);
  const crossed = new Set<number>();
  const queue = [...system.equations.keys()].filter(i => system.equations[i]!.known !== null);
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head]!;
    waiting[at] = 0;
    if (++visits[at]! > VISITS) continue;
    for (const column of tighten(system.equations[at]!, low, high, () => crossed.add(at)))
      for (const other of of[column]!)
        if (waiting[other] === 0 && system.equations[other]!.known !== null) {
          waiting[other] = 1;
          queue.push(other);
        }
  }
  const bounds = system.unknowns.map((_, i) => ({ lower: finite(low[i]!), upper: finite(high[i]!) }));
  return { bounds, crossed: [...crossed] };
}

const finite = (bound: number): number | null => (Number.isFinite(bound) ? bound : null);

/** Narrows the bounds of an equation's unknowns, and gives those it narrowed. Bounds that would cross are left, and told. */
function tighten({ columns, coefficients, known }: Equation, low: Float64Array, high: Float64Array, tellCrossed: () => void): number[] {
  let [least, most, leastOpen, mostOpen] = [0, 0, 0, 0];
  for (let i = 0; i < columns.length; i++) {
    const [a, b] = ends(coefficients[i]!, low[columns[i]!]!, high[columns[i]!]!);
    if (Number.isFinite(a)) least += a;
    else leastOpen++;
    if (Number.isFinite(b)) most += b;
    else mostOpen++;
  }
  const narrowed: number[] = [];
  for (let i = 0; i < columns.length; i++) {
    const [column, coefficient] = [columns[i]!, coefficients[i]!];
    const [a, b] = ends(coefficient, low[column]!, high[column]!);
    // What this term can be at most: the sum, less the least that the others are.
    const upTo = leastOpen === 0 ? known! - (least - a) : leastOpen === 1 && !Number.isFinite(a) ? known! - least : Infinity;
    const from = mostOpen === 0 ? known! - (most - b) : mostOpen === 1 && !Number.isFinite(b) ? known! - most : -Infinity;
    const [lower, upper] = coefficient > 0 ? [from / coefficient, upTo / coefficient] : [upTo / coefficient, from / coefficient];
    const next: [number, number] = [Math.max(low[column]!, Math.ceil(lower)), Math.min(high[column]!, Math.floor(upper))];
    if (next[0] > next[1]) tellCrossed();
    if (next[0] > next[1] || (next[0] === low[column] && next[1] === high[column])) continue;
    [low[column], high[column]] = next;
    narrowed.push(column);
    const [newLeast, newMost] = ends(coefficient, ...next);
    if (Number.isFinite(a)) least += newLeast - a;
    else if (Number.isFinite(newLeast)) [least, leastOpen] = [least + newLeast, leastOpen - 1];
    if (Number.isFinite(b)) most += newMost - b;
    else if (Number.isFinite(newMost)) [most, mostOpen] = [most + newMost, mostOpen - 1];
  }
  return narrowed;
}

/** The least and the most that coefficient × unknown can be. */
const ends = (coefficient: number, low: number, high: number): [number, number] =>
  coefficient > 0 ? [coefficient * low, coefficient * high] : [coefficient * high, coefficient * low];
