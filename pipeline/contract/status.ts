/** Whether a target or goal is reached. */
export const STATUSES = ['met', 'partly', 'not-met', 'not-assessable'] as const;
export type Status = (typeof STATUSES)[number];

/** What a status rests on; null when there is none. */
export const BASES = ['outcome', 'forecast', 'to-date', 'assessment'] as const;
export type Basis = (typeof BASES)[number];

/** Why a status could not be set, or `overdue`, which stands beside one. */
export const REASONS = [
  'no-outcome',
  'missing',
  'suppressed',
  'not-applicable',
  'held',
  'late',
  'preliminary',
  'incomplete',
  'partial',
  'too-old',
  'few-members',
  'nothing-to-compare',
  'definition-changed',
  'not-done',
  'coverage',
  'no-assessment',
  'no-forecast',
  'not-public',
  'retired',
  'no-target',
  'overdue',
] as const;
export type Reason = (typeof REASONS)[number];

/** `swings`: better or worse than a year before, in a series that is unusually high and unusually low within a year. */
export type Trend = 'better' | 'worse' | 'equal' | 'up' | 'down' | 'swings';
export type Desired = 'higher' | 'lower' | 'target' | 'none';
