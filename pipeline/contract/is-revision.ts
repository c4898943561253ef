/** Differences up to this are rounding noise. */
const TOLERANCE = 1e-6;

/** True where a value differs from what was reported by more than rounding noise. */
export const isRevision = (reported: number, now: number): boolean => Math.abs(now - reported) > TOLERANCE;
