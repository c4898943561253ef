import type { JudgedIndicator } from './goals.ts';

/** False for an indicator that is only followed: it has figures, and no status that a goal, a tally or a reader counts. */
export const hasTarget = ({ target }: { target: Pick<JudgedIndicator['target'], 'type'> }): boolean => target.type !== 'none';
