import type { Grain, Window } from '../../pipeline/contract/period.ts';
import type { DrillState, MetricSetup } from './metric-setup.ts';
import { defaultState } from './metric-setup.ts';

/**
 * A choice as the fragment of an address: `enhet=IFO/302&period=tertial&sex=K`. Empty for the default. A unit's row in the
 * table has the fragment as its id, so without script the link leads there.
 */
export function hashOf(setup: MetricSetup, state: DrillState): string {
  const usual = defaultState(setup);
  const parts = [
    ...(state.tree === usual.tree || state.tree === null ? [] : [`delat=${encodeURIComponent(state.tree)}`]),
    ...(state.path.length > 0 ? [`enhet=${state.path.map(encodeURIComponent).join('/')}`] : []),
    ...(state.grain === usual.grain ? [] : [`period=${state.grain}`]),
    ...(state.window === usual.window ? [] : [`avser=${state.window}`]),
    ...setup.others.flatMap(({ id }) => (state.members[id] === undefined ? [] : [`${id}=${encodeURIComponent(state.members[id])}`])),
  ];
  return parts.join('&');
}

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
  const members = setup.others.flatMap(({ id, members }) => {
    const chosen = decoded(given.get(id) ?? '');
    return members.some(member => member.id === chosen) ? [[id, chosen] as const] : [];
  });
  return {
    tree: setup.trees.some(({ id }) => id === tree) ? tree : usual.tree,
    path,
    grain: setup.grains.includes(grain) ? grain : usual.grain,
    window: setup.windows.includes(window) ? window : usual.window,
    members: Object.fromEntries(members),
  };
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
    ...setup.others.map(({ id, whole }) => `${id}=${whole}`),
  ];
  const parts = hash
    .replace(/^#/, '')
    .split('&')
    .filter(part => part.includes('='));
  return parts.filter(part => hashOf(setup, stateOf(setup, part)) === '' && !written.includes(decoded(part))).map(decoded);
}

/** Decoded where it can be: addresses are written by people too. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
