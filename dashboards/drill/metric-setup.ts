import type { Unit } from '../../pipeline/contract/format-number.ts';
import type { Grain, Month, Window } from '../../pipeline/contract/period.ts';
import type { Basis, Desired, Status } from '../../pipeline/contract/status.ts';
import type { ChartEvent, TargetSpan } from '../charts/series.ts';

/** What the drill on a metric page needs to know beside the figures: carried by the page, so that a browser knows it too. */
export interface MetricSetup {
  metric: string;
  /** The metric's name, and the page's path in the tree. */
  name: string;
  page: string;
  question: string;
  unit: Unit;
  desired: Desired;
  example: boolean;
  /** Finest first. */
  grains: readonly Grain[];
  windows: readonly Window[];
  /** The dimension that is drilled; null where the metric has none. */
  place: string | null;
  /**
   * The trees that a reader chooses between: that of `place` first, then others that the metric is broken down by, as today's
   * organisation; empty where there is no choice. `parents` has the nodes of the others (a root's parent is `*`), whose rows are
   * all in the file of `*`.
   */
  trees: readonly { id: string; name: string; parents: Readonly<Record<string, string>> }[];
  /** The other dimensions: those with a choice have more than one member. `whole` is what is shown until a reader chooses: all
   * of them together, or one of them where that tells nothing. */
  others: readonly {
    id: string;
    name: string;
    whole: string;
    wholeName: string | null;
    members: readonly { id: string; name: string }[];
  }[];
  /** The page's node, and what stands for it in words. */
  node: string;
  nodeName: string;
  /** The node above, whose series is drawn as context; null for the whole. */
  above: { node: string; name: string } | null;
  /** Names of the levels under the node, as `Enhet`; for the unit column. */
  unitWord: string;
  /** Targets in force for the page's own cell, by the grain they can be drawn at. */
  targets: Readonly<Partial<Record<Grain, readonly TargetSpan[]>>>;
  /** What is to be reached by the page's node and by units under it, as plans in force have it, by node. */
  aims: Readonly<Record<string, readonly Aim[]>>;
  /** What happened that concerns the metric here: for `place` alone and what is under it, or for all that is shown where it is null. */
  events: readonly (ChartEvent & { place: string | null })[];
  /** Series files by node, as links from the page: the page's node, what is under it, and the node above. */
  files: Readonly<Record<string, string>>;
  /** Names of the follow-ups that reported figures which are revised since, by id. */
  followUps: Readonly<Record<string, string>>;
}

/** A target in words, with the period that it is about and how it stands. */
export interface Aim {
  words: string;
  period: string;
  status: Status;
  rests_on: Basis | null;
}

/** What the shown series is drawn beside: what is usual for it, itself a year before, the level above, and in the table the period before. */
export const AGAINST = ['usual', 'year', 'above', 'previous'] as const;
export type Against = (typeof AGAINST)[number];

/** How units are shown beside their table. */
export const SHOWS = ['multiples', 'bars'] as const;
export type Shows = (typeof SHOWS)[number];

/** What a reader has chosen. The default shows what the page shows without script. */
export interface DrillState {
  /** The dimension whose tree is drilled: `place`, or another of the setup's trees. */
  tree: string | null;
  /** Nodes from under the page's node down to the one shown. */
  path: readonly string[];
  grain: Grain;
  window: Window;
  /** Chosen members of other dimensions; a dimension that is not named is at its whole. */
  members: Readonly<Record<string, string>>;
  /** A dimension whose members are drawn beside each other; null for none. */
  each: string | null;
  /** Units that are drawn together, in the order they were chosen; none where `each` is something. */
  beside: readonly string[];
  against: Against;
  shows: Shows;
  /** First month of the period whose figures of units are shown; null for the latest. */
  until: Month | null;
}

export const defaultState = (setup: MetricSetup): DrillState => ({
  tree: setup.place,
  path: [],
  grain: setup.grains[0]!,
  window: 'period',
  members: {},
  each: null,
  beside: [],
  against: 'usual',
  shows: 'multiples',
  until: null,
});
