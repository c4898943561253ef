import { Rest } from './rest.ts';
import { Span } from './span.ts';
import type { Sparse } from './sparse.ts';
import { Weights } from './weights.ts';

/**
 * What a column is: known whatever is decided; to be shown if nothing hidden follows; or a secret, which nothing shown may tell.
 */
export type Role = 'known' | 'candidate' | 'secret';

/** Figures as sums of unknown variables. */
export interface System {
  variables: number;
  /** In the order they are decided in. No two sums are the same. */
  columns: readonly { sum: Sparse; role: Role }[];
  /** By variable, 1 where it is hidden and as small as a reader knows that it must at least be. */
  atBound: Uint8Array;
}

export interface Choice {
  /** By column. */
  hidden: readonly boolean[];
  /** What is left of any combination when what is shown is known. */
  rest: Rest;
}

/**
 * Chooses what is hidden beside the secrets, so that no secret follows from what is shown by sums and differences, nor by knowing also that
 * nothing hidden is below its bound. The least that can be hidden is hard to find; this shows, one by one, each candidate that tells nothing
 * together with those before it. What cannot be decided is hidden.
 */
export function chooseHidden(system: System): Choice {
  const choice = choose(system, new Weights(system.variables));
  return choice ?? choose(system, null)!;
}

/** Null where rounding broke the weights. Without weights, every combination of figures at their bound alone is hidden. */
function choose({ variables, columns, atBound }: System, weights: Weights | null): Choice | null {
  const isSecret = columns.map(({ role }) => role === 'secret');
  const sums = columns.map(({ sum }) => sum);
  const span = new Span(variables, sums, isSecret);
  const free = atBound.map(at => 1 - at);
  const isOfBound = ({ at }: Sparse): boolean => at.every(variable => atBound[variable] === 1);
  const hidden = [...isSecret];
  for (const [i, { role }] of columns.entries()) {
    if (role === 'secret') continue;
    const left = span.take(i);
    if (left.at.length === 0) continue;
    const atBoundOnly = isOfBound(left);
    hidden[i] = span.wouldTell(left) || (atBoundOnly && !(weights?.mayShow(left) ?? false));
    if (hidden[i] && role === 'candidate') continue;
    // What is known is counted with, but not said once more where it tells a secret.
    if (hidden[i] && atBoundOnly) weights?.lose(left);
    span.show(left, atBoundOnly ? null : free);
  }
  if (weights !== null && !weights.hold()) return null;
  const rest = new Rest(variables, span.shown);
  for (const [i, { role, sum }] of columns.entries()) if (role === 'candidate' && hidden[i] && rest.isNothing(sum)) hidden[i] = false;
  return { hidden, rest };
}
