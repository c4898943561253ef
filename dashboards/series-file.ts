import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import type { Observation } from '../pipeline/contract/observation.ts';
import type { SeriesFile, SeriesRevision } from '../pipeline/contract/series.ts';
import type { Site, SiteDimension, SiteMetric } from '../pipeline/contract/site.ts';
import { memberName } from './member-name.ts';
import { remember, rememberEach } from './remember.ts';
import { seriesJudgement } from './series-judgement.ts';
import { seriesRuns } from './series-runs.ts';

/**
 * The compact series of a metric at a node: the node's rows and its children's. A child's row counts where the child stood
 * under the node in the period; of one that moved in it, only the part that the node had. A metric without the place
 * dimension has all its rows under `*`.
 */
export function seriesFile(site: Site, metric: SiteMetric, node: string): SeriesFile {
  const made = filesOf(metric.judgements, shapeOf(site));
  const file = made.get(node) ?? judgedFile(rowsAt(site, metric, node), metric, site);
  made.set(node, file);
  return file;
}

type SeriesRows = Omit<SeriesFile, 'judged' | 'revised' | 'sentences'>;

/** Which units and members there are, and when: all that series take from a site but its metrics. */
const shapeOf = remember(({ place, dimensions }: Site): string => JSON.stringify([place, dimensions]));

/** Files that were made, by what is judged of a metric, shape and node: pages and the published series ask for the same ones. */
const filesOf = rememberEach<SiteMetric['judgements'], string, Map<string, SeriesFile>>(() => new Map());

/** Their rows, by a metric's rows, shape and node: audiences that see the same rows of the same units share them. */
const rowsOf = rememberEach<SiteMetric['observations'], string, Map<string, SeriesRows>>(() => new Map());

function rowsAt(site: Site, metric: SiteMetric, node: string): SeriesRows {
  const made = rowsOf(metric.observations, shapeOf(site));
  const rows = made.get(node) ?? makeRows(site, metric, node);
  made.set(node, rows);
  return rows;
}

/** With what is said of the rows: of those whose members the file has. */
function judgedFile(rows: SeriesRows, metric: SiteMetric, site: Site): SeriesFile {
  const { judgements, revisions, decimals } = metric;
  const positions = rows.members.map(members => new Map(members.map((member, index) => [member, index])));
  const indexesOf = (members: readonly string[]): string | null => {
    const indexes = members.map((member, position) => positions[position]!.get(member));
    return indexes.includes(undefined) ? null : indexes.join('|');
  };
  const judged = judgements().flatMap(cell => {
    const indexes = indexesOf(cell.members);
    return indexes === null ? [] : (seriesJudgement(cell, indexes, decimals) ?? []);
  });
  const revised = revisions.flatMap(({ grain, window, period_start, members, was, follow_up, causes }): SeriesRevision[] => {
    const indexes = indexesOf(members);
    return indexes === null ? [] : [[grain, window, period_start.slice(0, 7), indexes, was, follow_up, causes]];
  });
  return { ...rows, judged, revised, sentences: sentencesOf(rows, metric, site) };
}

/** Of the nodes under the file's: its own stands on its page. */
function sentencesOf({ node, dimensions, members }: SeriesRows, { facts }: SiteMetric, { place }: Site): Record<string, string> {
  const known = new Set(members[dimensions.indexOf(place ?? '')]);
  return Object.fromEntries(facts.filter(fact => fact.place !== node && known.has(fact.place)).map(fact => [fact.place, fact.sentence]));
}

function makeRows(site: Site, metric: SiteMetric, node: string): SeriesRows {
  const dimensions = metric.dimensions.map(id => site.dimensions.find(dimension => dimension.id === id));
  const at = metric.dimensions.indexOf(site.place ?? '');
  const place = dimensions[at];
  const members = metric.dimensions.map(() => new Map<string, number>());
  const names: Record<string, string> = {};
  const indexOf = (member: string, position: number): number => {
    const known = members[position]!;
    if (!known.has(member)) {
      known.set(member, known.size);
      const dimension = dimensions[position];
      if (member !== '*' && dimension) names[`${dimension.id}/${member}`] = memberName(dimension, member);
    }
    return known.get(member)!;
  };
  // Rows of one cell mostly share their list of members.
  const written = new Map<readonly string[], string>();
  const indexesOf = (list: readonly string[]): string => {
    const known = written.get(list) ?? list.map(indexOf).join('|');
    written.set(list, known);
    return known;
  };
  const parts = metric.parts.filter(part => part.parent === node);
  const moved = new Set(metric.parts.map(part => cellKey(part)));
  const movers = new Set(metric.parts.map(part => part.members[at]!));
  const ofMember = rowsByMember(metric.observations)(at);
  const own =
    at < 0
      ? metric.observations
      : [
          ...(ofMember.get(node) ?? []),
          ...[...childrenOf(place, node)].flatMap(([child, isUnder]) =>
            (ofMember.get(child) ?? []).filter(o => isUnder(o) && !(movers.has(child) && moved.has(cellKey(o)))),
          ),
        ];
  const runs = [...seriesRuns(own, indexesOf, false), ...seriesRuns(parts, indexesOf, true)];
  return { metric: metric.id, node, dimensions: metric.dimensions, members: members.map(known => [...known.keys()]), names, runs };
}

/** The nodes of a metric that have a file: the whole, and each node with children. */
export function seriesNodes(site: Site, metric: SiteMetric): string[] {
  const place = metric.dimensions.includes(site.place ?? '') ? site.dimensions.find(({ id }) => id === site.place) : undefined;
  if (!place) return ['*'];
  const shown = new Set(metric.observations.map(o => o.members[metric.dimensions.indexOf(place.id)]));
  const parents = new Set(place.nodes.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  return ['*', ...[...parents].filter(id => shown.has(id)).sort()];
}

/** A metric's rows by the member at one position, grouped once however many nodes ask. */
const rowsByMember = remember((observations: SiteMetric['observations']) => {
  const byPosition = new Map<number, ReadonlyMap<string, readonly Observation[]>>();
  return (at: number): ReadonlyMap<string, readonly Observation[]> => {
    const known = byPosition.get(at) ?? groupByMember(observations, at);
    byPosition.set(at, known);
    return known;
  };
});

function groupByMember(observations: SiteMetric['observations'], at: number): Map<string, Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    const member = o.members[at] ?? '*';
    const group = groups.get(member);
    if (group) group.push(o);
    else groups.set(member, [o]);
  }
  return groups;
}

const cellKey = (o: Observation): string => `${o.grain}|${o.window}|${o.period_start}|${o.members.join('|')}`;

/** Every member that has stood under `node`, with whether it did at any time of a row's period, or of its year so far. */
function childrenOf(place: SiteDimension | undefined, node: string): Map<string, (row: Observation) => boolean> {
  const parent = node === '*' ? null : node;
  const stays = new Map<string, HierarchyNode[]>();
  for (const entry of place?.nodes.filter(it => it.parent === parent) ?? []) stays.set(entry.id, [...(stays.get(entry.id) ?? []), entry]);
  const children = new Map<string, (row: Observation) => boolean>();
  for (const { id } of place?.nodes ?? []) {
    const own = stays.get(id);
    if (own !== undefined && id !== node) children.set(id, row => own.some(stay => touches(stay, row)));
  }
  if (place) children.set(`${node}.own`, () => true);
  if (place && node === '*') children.set('unknown', () => true);
  return children;
}

const touches = ({ valid_from, valid_to }: HierarchyNode, row: Observation): boolean =>
  (valid_from ?? '') <= row.period_end && (valid_to ?? '9999') >= (row.window === 'period' ? row.period_start : windowStart(row));

/** A cumulative window reads from January, a rolling one from earlier years too: the tree is asked about all of it. */
const windowStart = (row: Observation): string => (row.window === 'ytd' ? `${row.period_start.slice(0, 4)}-01-01` : '');
