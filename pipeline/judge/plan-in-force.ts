import type { Day } from '../contract/period.ts';
import type { PlanVersion } from '../words/plan.ts';

/** The version of a plan that judges. */
export interface PlanInForce {
  version: PlanVersion;
  /** The plan's last day; null where it has none. */
  to: Day | null;
  /** True when the last day is before `asOf`: every `by` has passed. */
  ended: boolean;
}

/**
 * For each plan that has begun, the version that judges at `asOf`: the highest adopted by then whose `in_force.from` has
 * come; for a plan that has ended, the one that was in force on its last day. Running plans first, then ended ones, the
 * latest first.
 */
export function plansInForce(versions: readonly PlanVersion[], asOf: Day): PlanInForce[] {
  const plans = [...new Set(versions.map(v => v.plan))];
  return plans
    .flatMap(
      plan =>
        planInForce(
          versions.filter(v => v.plan === plan),
          asOf,
        ) ?? [],
    )
    .sort(
      (a, b) => Number(a.ended) - Number(b.ended) || compare(b.to ?? '9999', a.to ?? '9999') || compare(a.version.plan, b.version.plan),
    );
}

function planInForce(versions: readonly PlanVersion[], asOf: Day): PlanInForce | null {
  const now = inForceAt(versions, asOf);
  if (now === null) return null;
  const to = lastDayOf(versions, now);
  if (to === null || to >= asOf) return { version: now, to, ended: false };
  const then = inForceAt(versions, to);
  return then && { version: then, to, ended: true };
}

/** The highest version adopted by `day` whose dates of effect have begun. */
const inForceAt = (versions: readonly PlanVersion[], day: Day): PlanVersion | null =>
  versions
    .filter(v => v.adopted.date <= day && v.in_force.from <= day)
    .reduce<PlanVersion | null>((highest, v) => (highest === null || v.version > highest.version ? v : highest), null);

/** A revision that does not say when the plan ends leaves that as it was. */
function lastDayOf(versions: readonly PlanVersion[], inForce: PlanVersion): Day | null {
  const saying = versions.filter(v => v.version <= inForce.version && v.in_force.to !== null).sort((a, b) => b.version - a.version);
  return saying[0]?.in_force.to ?? null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
