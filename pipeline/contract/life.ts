import type { Day } from './period.ts';

/** A metric's life: since when it is proposed, who adopted it, and why it ended. Null where that is not said, or has not happened. */
export interface MetricLife {
  proposed: Day | null;
  adopted: { by: string; date: Day; paragraph: string | null } | null;
  /** `date` is the first day it no longer counts; `replaced_by` a metric's id. */
  retired: { date: Day; reason: string; replaced_by: string | null } | null;
}

export type LifeState = 'proposed' | 'in-use' | 'retired';

/** Where a metric stands on a day. One that says nothing of its life is in use; so is one that was adopted or has no proposal. */
export function lifeState(life: MetricLife | null, asOf: Day): LifeState {
  if (life === null) return 'in-use';
  if (life.retired !== null && life.retired.date <= asOf) return 'retired';
  const isAdopted = life.adopted !== null && life.adopted.date <= asOf;
  return life.proposed !== null && !isAdopted ? 'proposed' : 'in-use';
}
