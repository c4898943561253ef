import type { Grain, Month, Window } from '../../pipeline/contract/period.ts';
import { parsePeriod } from '../../pipeline/contract/period.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import type { Axis, Chart, ExploreState } from './explore-state.ts';
import { CHARTS, dimensionOf, NO_AXIS } from './explore-state.ts';
import type { Offer } from './offer.ts';
import { asChoice, axesOf, chartsOf, wholeMember } from './offer.ts';
import { usualChart, usualColumns, usualState } from './usual-state.ts';

const MEMBERS = 'urval-';
const CHART_WORDS: Readonly<Record<Chart, string>> = { lines: 'linjer', bars: 'staplar', none: 'inget' };
const NAMES = ['nyckeltal', 'rader', 'kolumner', 'period', 'avser', 'fran', 'till', 'diagram'] as const;

/** An address's fragment, by name: still as written, commas apart. */
function readAddress(hash: string): Map<string, readonly string[]> {
  const parts = hash.replace(/^#/, '').split('&').filter(Boolean);
  return new Map(
    parts.map(part => {
      const [name = '', value = ''] = part.split('=');
      return [decoded(name), value.split(',').filter(Boolean).map(decoded)];
    }),
  );
}

/** The metrics that an address names, of those that there are, and what to say of the rest. */
export function metricsIn(hash: string, known: ReadonlySet<string>): { metrics: string[]; problems: string[] } {
  const named = [...new Set(readAddress(hash).get('nyckeltal') ?? [])];
  return { metrics: named.filter(id => known.has(id)), problems: named.filter(id => !known.has(id)).map(id => t.problem.metric(id)) };
}

/** A choice as the fragment of an address: what differs from the usual. */
export function hashOf(offer: Offer, state: ExploreState): string {
  const usual = usualState(offer);
  const part = (name: string, values: readonly string[]) => `${name}=${values.map(value => encodeURIComponent(value)).join(',')}`;
  return [
    part('nyckeltal', state.metrics),
    ...(state.rows === usual.rows ? [] : [part('rader', [state.rows])]),
    ...(state.columns === usualColumns(state.rows) ? [] : [part('kolumner', [state.columns ?? NO_AXIS])]),
    ...(state.grain === usual.grain ? [] : [part('period', [state.grain])]),
    ...(state.window === usual.window ? [] : [part('avser', [state.window])]),
    ...(state.from === null ? [] : [part('fran', [state.from])]),
    ...(state.to === null ? [] : [part('till', [state.to])]),
    ...offer.dimensions.flatMap(({ id }) =>
      state.members[id] === undefined ? [] : [part(`${MEMBERS}${encodeURIComponent(id)}`, state.members[id])],
    ),
    ...(state.chart === usualChart(state) ? [] : [part('diagram', [CHART_WORDS[state.chart]])]),
  ].join('&');
}

/** The choice that a fragment names. What it names and the metrics lack is as usual, and said in words. The metrics are the offer's. */
export function stateOf(offer: Offer, hash: string): { state: ExploreState; problems: string[] } {
  const given = readAddress(hash);
  const problems: string[] = [];
  const usual = usualState(offer);
  /** The one value of a name, where it is one of those allowed. */
  function one<T>(name: (typeof NAMES)[number], allowed: (text: string) => T | undefined, otherwise: T): T {
    const values = given.get(name);
    if (values === undefined) return otherwise;
    const found = values.length === 1 ? allowed(values[0]!) : undefined;
    if (found === undefined) problems.push(t.problem.value(name, values.join(', ')));
    return found === undefined ? otherwise : found;
  }
  const axes = axesOf(offer);
  const axis = (text: string): Axis | undefined => axes.find(known => known === text);
  const rows = one('rader', axis, usual.rows);
  const columns = one<Axis | null>(
    'kolumner',
    text => (text === NO_AXIS ? null : text === rows ? undefined : axis(text)),
    usualColumns(rows),
  );
  const grain = one<Grain>('period', text => offer.grains.find(known => known === text), usual.grain);
  const window = one<Window>('avser', text => offer.windows.find(known => known === text), usual.window);
  const period = (text: string): string | undefined => (isShown(offer.periods(grain, window), grain, text) ? text : undefined);
  const span = { from: one<string | null>('fran', period, null), to: one<string | null>('till', period, null) };
  if (span.from !== null && span.to !== null && monthAt(span.from) > monthAt(span.to)) {
    problems.push(t.problem.backwards(span.from, span.to));
    span.from = span.to = null;
  }
  const sides = { rows, columns };
  const charts = chartsOf(sides);
  const chart = one<Chart>(
    'diagram',
    text => CHARTS.find(known => CHART_WORDS[known] === text && charts.includes(known)),
    usualChart(sides),
  );
  const members = membersIn(offer, sides, given, problems);
  for (const name of given.keys())
    if (!NAMES.some(known => known === name) && !name.startsWith(MEMBERS)) problems.push(t.problem.name(name));
  return { state: { metrics: usual.metrics, rows, columns, grain, window, ...span, members, chart }, problems };
}

/** Chosen members that there are, each once and in the dimension's order; off the sides one at most, and not the usual one. */
function membersIn(
  offer: Offer,
  { rows, columns }: Pick<ExploreState, 'rows' | 'columns'>,
  given: ReadonlyMap<string, readonly string[]>,
  problems: string[],
): ExploreState['members'] {
  const chosen: Record<string, readonly string[]> = {};
  for (const [name, values] of given) {
    if (!name.startsWith(MEMBERS)) continue;
    const dimension = offer.dimensions.find(({ id }) => id === name.slice(MEMBERS.length));
    if (dimension === undefined) {
      problems.push(t.problem.name(name));
      continue;
    }
    const onSide = [rows, columns].some(side => side !== null && dimensionOf(side) === dimension.id);
    const known = dimension.members.map(([id]) => id).filter(id => values.includes(id));
    const unknown = values.filter(value => !known.includes(value));
    if (unknown.length > 0) problems.push(t.problem.member(dimension.name, unknown.join(', ')));
    if (!onSide && known.length > 1) problems.push(t.problem.oneMember(dimension.name));
    const all = onSide && values.length === 0 ? dimension.members.map(([id]) => id) : known;
    const kept = onSide ? asChoice(dimension, all) : known.slice(0, 1).filter(id => id !== wholeMember(dimension));
    if (kept !== undefined && (onSide || kept.length > 0)) chosen[dimension.id] = kept;
  }
  return chosen;
}

/** The first month of a period as the address writes it. */
export const monthAt = (text: string): Month => parsePeriod(text)?.first ?? NaN;

function isShown(periods: readonly Month[], grain: Grain, text: string): boolean {
  const period = parsePeriod(text);
  return period !== null && period.grain === grain && periods.includes(period.first);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
