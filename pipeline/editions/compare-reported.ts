import { isRevision } from '../contract/is-revision.ts';
import { isSettled, keyOf, type Observation, type RevisionCause } from '../contract/observation.ts';

/** A figure as it was reported and as it is. Null where one of the two has no such row. */
export interface ReportedFigure {
  then: Observation | null;
  now: Observation | null;
  /**
   * True where both have a settled value, and the values differ by more than rounding noise. Whether the metric's `gaps` makes an incomplete figure
   * settled is not published; here it does.
   */
  revised: boolean;
  /** What can have moved it; null where it is not revised, or the published tree says nothing of it since this follow-up. */
  causes: readonly RevisionCause[] | null;
}

/**
 * What a follow-up reported of a metric, row by row beside what is published now: its rows in their order, then those that are new. `causes`: what can have
 * moved a figure, by its key.
 */
export function compareReported(
  then: readonly Observation[],
  now: readonly Observation[],
  causes: ReadonlyMap<string, readonly RevisionCause[]>,
): ReportedFigure[] {
  const later = new Map(now.map(row => [keyOf(row), row]));
  const reported = new Set(then.map(keyOf));
  const pair = (before: Observation | null, after: Observation | null): ReportedFigure => {
    const [was, is] = [before?.value ?? null, after?.value ?? null];
    const revised = was !== null && is !== null && [before!, after!].every(row => isSettled(row, true)) && isRevision(was, is);
    return { then: before, now: after, revised, causes: revised ? (causes.get(keyOf(before!)) ?? null) : null };
  };
  return [
    ...then.map(row => pair(row, later.get(keyOf(row)) ?? null)),
    ...now.filter(row => !reported.has(keyOf(row))).map(row => pair(null, row)),
  ];
}
