import type { Day, Grain, Window } from './period.ts';

/**
 * The state of a value; empty when there is one. A flagged observation has no numbers. A figure made of several takes the first of
 * these that any of them has: what rests on something hidden is hidden, whatever the rest is, so its flag tells nothing of it.
 */
export const FLAGS = ['suppressed', 'missing', 'not-applicable'] as const;
export type Flag = (typeof FLAGS)[number];

/** In the order they are printed; the first five make an observation unsettled. */
export const MARKS = ['partial', 'incomplete', 'preliminary', 'late', 'held', 'revised', 'example'] as const;
export type Mark = (typeof MARKS)[number];
const UNSETTLED: readonly Mark[] = ['partial', 'incomplete', 'preliminary', 'late', 'held'];

/** The numbers of one cell. All null when `flag` is set. */
export interface Cell {
  value: number | null;
  /** Exact decimals as text; null for what is neither a ratio nor an average. */
  numerator: string | null;
  denominator: string | null;
  /** How many people the cell is about; null where the metric counts none. */
  population: number | null;
  flag: Flag | null;
}

/** One metric's value for one period, window and cell of a breakdown. */
export interface Observation extends Cell {
  grain: Grain;
  window: Window;
  /** The grain's period, both days inclusive, whatever the window. */
  period_start: Day;
  period_end: Day;
  /** One member a dimension, in the metric's dimension order; `*` is the whole. */
  members: readonly string[];
  marks: readonly Mark[];
}

/** What the latest follow-up that told a figure as settled said, where that is not what is settled now. */
export interface Revision extends Pick<Observation, 'grain' | 'window' | 'period_start' | 'members'> {
  was: number;
  /** Id of the follow-up. */
  follow_up: string;
}

/**
 * What can have moved a figure that was reported as settled: rows that came later, a delivery in the place of the one that counted then, another definition,
 * a unit that stands elsewhere.
 */
export const REVISION_CAUSES = ['late-rows', 'corrected', 'definition', 'moved-unit'] as const;
export type RevisionCause = (typeof REVISION_CAUSES)[number];

/** The part of a node that moved which one parent had. */
export interface PartObservation extends Observation {
  parent: string;
}

/**
 * A period against the same one a year before, over the finest periods that both cover.
 * `own` and `before` are measured over `months` and `months` less a year, not read from the published rows.
 */
export interface Comparison {
  grain: Grain;
  window: Window;
  period_start: Day;
  period_end: Day;
  members: readonly string[];
  /** First days of the finest periods of this year that are compared. */
  months: readonly Day[];
  own: Cell;
  before: Cell;
}

export const sortMarks = (marks: Iterable<Mark>): Mark[] => {
  const given = new Set(marks);
  return MARKS.filter(mark => given.has(mark));
};

/** Settled: no flag, and nothing that says the figure may still change. `acceptGaps` is the metric's `gaps: accept`. */
export const isSettled = (o: Pick<Observation, 'flag' | 'marks'>, acceptGaps: boolean): boolean =>
  o.flag === null && !o.marks.some(mark => UNSETTLED.includes(mark) && !(mark === 'incomplete' && acceptGaps));

/** The key of an observation within its metric, as text: different keys have different texts, whatever members are called. */
export function keyOf(o: Pick<Observation, 'grain' | 'window' | 'period_start' | 'members'>): string {
  let key = `${o.grain}|${o.window}|${o.period_start}`;
  for (const member of o.members) key += `|${SEPARATORS.test(member) ? member.replace(/[\\|]/g, '\\$&') : member}`;
  return key;
}

const SEPARATORS = /[\\|]/;
