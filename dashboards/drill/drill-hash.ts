import { MOST_LINES } from '../charts/series.ts';
import type { Grain, Month, Window } from '../../pipeline/contract/period.ts';
import { parsePeriod, writePeriod } from '../../pipeline/contract/period.ts';
import type { Against, DrillState, MetricSetup, Shows } from './metric-setup.ts';
import { AGAINST, defaultState, SHOWS } from './metric-setup.ts';

/** Choices as an address and a control write them. */
export const AGAINST_WORDS: Readonly<Record<Against, string>> = { usual: 'vanligt', year: 'aret-fore', above: 'ovan', previous: 'fore' };
export const SHOWS_WORDS: Readonly<Record<Shows, string>> = { multiples: 'serier', bars: 'staplar' };
/** In place of a member: every member of the dimension beside the others. */
export const EACH = 'var-for-sig';

/** More units than this are not drawn together: the node they belong to may need a line too. */
export const MOST_BESIDE = MOST_LINES - 1;

/**
 * A choice as the fragment of an address: `enhet=IFO/302&period=tertial&sex=K`. Empty for the default. A unit's row in the
 * table has the fragment as its id, so without script the link leads there.
 */
export function hashOf(setup: MetricSetup, state: DrillState): string {
  const usual = defaultState(setup);
  const parts = [
    ...(state.tree === usual.tree || state.tree === null ? [] : [`delat=${encodeURIComponent(state.tree)}`]),
    ...(state.path.length > 0 ? [unitHash(state.path)] : []),
    ...(state.grain === usual.grain ? [] : [`period=${state.grain}`]),
    ...(state.window === usual.window ? [] : [`avser=${state.window}`]),
    ...setup.others.flatMap(({ id }) =>
      id === state.each ? [`${id}=${EACH}`] : state.members[id] === undefined ? [] : [`${id}=${encodeURIComponent(state.members[id])}`],
    ),
    ...(state.beside.length === 0 ? [] : [`jamfor=${state.beside.map(encodeURIComponent).join(',')}`]),
    ...(state.against === usual.against ? [] : [`mot=${AGAINST_WORDS[state.against]}`]),
    ...(state.shows === usual.shows ? [] : [`visa=${SHOWS_WORDS[state.shows]}`]),
    ...(state.until === null ? [] : [`till=${encodeURIComponent(writePeriod(state.grain, state.until))}`]),
  ];
  return parts.join('&');
}

/** The fragment of a unit alone, by the nodes from under the page's node down to it: `enhet=IFO/302`. */
export const unitHash = (path: readonly string[]): string => `enhet=${path.map(encodeURIComponent).join('/')}`;

/** The choice that a fragment names; what it does not name, or names and the metric lacks, is as usual. */
export function stateOf(setup: MetricSetup, hash: string): DrillState {
  const usual = defaultState(setup);
  const given = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map(part => part.split('=') as [string, string | undefined]),
  );
  const tree = decoded(given.get('delat') ?? '');
  const grain = given.get('period') as Grain;
  const window = given.get('avser') as Window;
  const path = setup.place === null ? [] : (given.get('enhet') ?? '').split('/').filter(Boolean).map(decoded);
  const members = setup.others.flatMap(({ id, whole, members }) => {
    const chosen = decoded(given.get(id) ?? '');
    return chosen !== whole && members.some(member => member.id === chosen) ? [[id, chosen] as const] : [];
  });
  const each = setup.others.find(({ id, members }) => given.get(id) === EACH && canBeDrawnTogether(members))?.id ?? null;
  const shownGrain = setup.grains.includes(grain) ? grain : usual.grain;
  const beside = each !== null || setup.place === null ? [] : (given.get('jamfor') ?? '').split(',').filter(Boolean).map(decoded);
  return {
    tree: setup.trees.some(({ id }) => id === tree) ? tree : usual.tree,
    path,
    grain: shownGrain,
    window: setup.windows.includes(window) ? window : usual.window,
    members: Object.fromEntries(members),
    each,
    beside: [...new Set(beside)].slice(0, MOST_BESIDE),
    against: AGAINST.find(against => AGAINST_WORDS[against] === given.get('mot')) ?? usual.against,
    shows: SHOWS.find(shows => SHOWS_WORDS[shows] === given.get('visa')) ?? usual.shows,
    until: untilOf(decoded(given.get('till') ?? ''), shownGrain),
  };
}

/** The first month of a written period of `grain`; null for anything else. */
function untilOf(text: string, grain: Grain): Month | null {
  const period = parsePeriod(text);
  return period?.grain === grain ? period.first : null;
}

/**
 * What a fragment names that the metric lacks, as it is written: the page falls back on the usual there, and says so. A part without
 * `=` is a place on the page. The usual choice is never written by the page, but is understood where a person has written it.
 */
export function notUnderstood(setup: MetricSetup, hash: string): string[] {
  const usual = defaultState(setup);
  const written = [
    ...(usual.tree === null ? [] : [`delat=${usual.tree}`]),
    `period=${usual.grain}`,
    `avser=${usual.window}`,
    `mot=${AGAINST_WORDS[usual.against]}`,
    `visa=${SHOWS_WORDS[usual.shows]}`,
    ...setup.others.map(({ id, whole }) => `${id}=${whole}`),
  ];
  const parts = hash
    .replace(/^#/, '')
    .split('&')
    .filter(part => part.includes('='));
  // A period is one of the grain that the address names.
  const isUnderstood = (part: string): boolean =>
    part.startsWith('till=')
      ? stateOf(setup, hash).until !== null
      : hashOf(setup, stateOf(setup, part)) !== '' || written.includes(decoded(part));
  return parts.filter(part => !isUnderstood(part)).map(decoded);
}

/** True where the members of a dimension, and their whole, have room in one chart. */
export const canBeDrawnTogether = (members: readonly unknown[]): boolean => members.length > 1 && members.length < MOST_LINES;

/** Decoded where it can be: addresses are written by people too. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
