import type { ExploreDimension } from '../../pipeline/contract/explore.ts';
import type { Grain, Window } from '../../pipeline/contract/period.ts';

import { monthAt } from './explore-hash.ts';
import type { Axis, Chart, ExploreState } from './explore-state.ts';
import { dimensionOf, PERIOD_AXIS } from './explore-state.ts';
import type { Offer } from './offer.ts';
import { asChoice, axesOf, chartsOf, wholeMember } from './offer.ts';
import { usualChart, usualColumns, usualSpan } from './usual-state.ts';

/** One choice of a reader's. */
export type Choice =
  | { type: 'rows'; axis: Axis }
  | { type: 'columns'; axis: Axis | null }
  | { type: 'grain'; grain: Grain }
  | { type: 'window'; window: Window }
  | { type: 'from' | 'to'; period: string }
  | { type: 'chart'; chart: Chart }
  /** On a side any number of members, elsewhere one. */
  | { type: 'members'; dimension: string; members: readonly string[] };

/** The state after a choice. What the choice leaves without meaning is as usual again. */
export function choose(offer: Offer, state: ExploreState, choice: Choice): ExploreState {
  switch (choice.type) {
    case 'rows': {
      // What stood on the rows changes place with what stood in the columns.
      const columns = choice.axis === state.columns ? state.rows : (state.columns ?? usualColumns(choice.axis));
      return onSides(state, choice.axis, columns);
    }
    case 'columns': {
      if (choice.axis !== state.rows) return onSides(state, state.rows, choice.axis);
      const rows = state.columns ?? axesOf(offer).find(axis => axis !== choice.axis);
      return rows === undefined ? state : onSides(state, rows, choice.axis);
    }
    case 'grain':
      return { ...state, grain: choice.grain, from: null, to: null };
    case 'window':
      return { ...state, window: choice.window, from: null, to: null };
    case 'from':
    case 'to':
      return inOrder(offer, { ...state, [choice.type]: choice.period }, choice.type);
    case 'chart':
      return { ...state, chart: choice.chart };
    case 'members':
      return withMembers(offer, state, choice.dimension, choice.members);
  }
}

function onSides(before: ExploreState, rows: Axis, columns: Axis | null): ExploreState {
  const sidesOf = (axes: readonly (Axis | null)[]) => axes.flatMap(axis => (axis === null ? [] : [dimensionOf(axis)]));
  const [were, are] = [sidesOf([before.rows, before.columns]), sidesOf([rows, columns])];
  const members = Object.entries(before.members).filter(([id]) => were.includes(id) === are.includes(id));
  const hadPeriods = [before.rows, before.columns].includes(PERIOD_AXIS);
  const samePeriods = hadPeriods === [rows, columns].includes(PERIOD_AXIS);
  const state = {
    ...before,
    rows,
    columns,
    members: Object.fromEntries(members),
    ...(samePeriods ? {} : { from: null, to: null }),
  };
  const isUsual = before.chart === usualChart(before);
  return { ...state, chart: isUsual || !chartsOf(state).includes(before.chart) ? usualChart(state) : before.chart };
}

/** A usual end is not written; the other end gives way where the first would come after the last. */
function inOrder(offer: Offer, state: ExploreState, moved: 'from' | 'to'): ExploreState {
  const usual = usualSpan(offer, state);
  if (usual === null) return state;
  const [from, to] = [state.from === null ? usual[0] : monthAt(state.from), state.to === null ? usual[1] : monthAt(state.to)];
  if (from <= to || ![state.rows, state.columns].includes(PERIOD_AXIS)) return state;
  return moved === 'from' ? { ...state, to: state.from } : { ...state, from: state.to };
}

function withMembers(offer: Offer, state: ExploreState, id: string, chosen: readonly string[]): ExploreState {
  const dimension: ExploreDimension = offer.dimensions.find(candidate => candidate.id === id)!;
  const onSide = [state.rows, state.columns].some(axis => axis !== null && dimensionOf(axis) === id);
  const choice = onSide
    ? asChoice(dimension, chosen)
    : chosen.length === 0 || chosen[0] === wholeMember(dimension)
      ? undefined
      : chosen.slice(0, 1);
  const others = Object.entries(state.members).filter(([other]) => other !== id);
  return { ...state, members: Object.fromEntries(choice === undefined ? others : [...others, [id, choice]]) };
}
