import { parse } from 'yaml';
import type { HierarchyNode, Manifest } from '../contract/manifest.ts';
import type { Revision, RevisionCause } from '../contract/observation.ts';
import { firstDay, GRAIN_MONTHS, lastDay, monthOf, parsePeriod, periodStart, type Day, type Month } from '../contract/period.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { withParts } from '../words/metric-terms.ts';
import type { ProjectFile } from '../words/project.ts';
import { relationsUnder } from '../words/relations-under.ts';
import type { CountedDelivery, EarlierTree, LoadedSource, ProtectedMetric, RenderInput } from '../words/stages.ts';

type Then = EarlierTree['manifest'];
type Now = Pick<RenderInput, 'project' | 'loaded' | 'modelled' | 'earlier'>;

/** The months that a row is about. */
interface Span {
  first: Month;
  last: Month;
}

/**
 * Why a figure is not what a follow-up reported: all that has changed between the two and could have moved it, in the order of RevisionCause. Several may
 * be true at once, and nobody can say how much each did. Empty where it is nothing of this: the program is another, or `malbild.yaml`.
 */
export function revisionCauses(metric: Pick<ProtectedMetric, 'declaration' | 'sources'>, revision: Revision, now: Now): RevisionCause[] {
  const then = now.earlier.follow_ups.find(tree => tree.follow_up === revision.follow_up)!.manifest;
  const span = spanOf(revision);
  const sources = now.loaded.sources.filter(({ declaration }) => metric.sources.includes(declaration.id));
  const causes: RevisionCause[] = [];
  const came = sources.flatMap(source => sinceThen(source, then, span));
  if (came.includes('late-rows')) causes.push('late-rows');
  if (came.includes('corrected')) causes.push('corrected');
  if (isRedefined(metric, then, now)) causes.push('definition');
  if (hasMoved(metric.declaration, revision, span, then, now)) causes.push('moved-unit');
  return causes;
}

function spanOf({ grain, window, period_start }: Revision): Span {
  const start = monthOf(period_start);
  const last = start + GRAIN_MONTHS[grain] - 1;
  if (window === 'ytd') return { first: periodStart(last, 'year'), last };
  return { first: window === 'period' ? start : last + 1 - Number(window.slice(8)) * GRAIN_MONTHS[grain], last };
}

/** What deliveries since then did: `corrected` where one took the place of what counted then, or of rows of it; else they brought more rows. */
function sinceThen({ declaration, deliveries }: LoadedSource, then: Then, span: Span): RevisionCause[] {
  const known = new Map(then.sources.find(({ id }) => id === declaration.id)?.deliveries.map(delivery => [keyOf(delivery), delivery]));
  const byName = declaration.kind === 'period' && declaration.covers?.by === 'name';
  const about = deliveries.filter(({ period, broken }) => !broken && (!byName || period === null || overlaps(parsePeriod(period)!, span)));
  const fresh = about.filter(delivery => !known.has(keyOf(delivery)) && delivery.loaded > 0);
  if (fresh.length === 0) return [];
  const replaced = about.some(delivery => {
    const before = known.get(keyOf(delivery));
    return before !== undefined && delivery.superseded > before.superseded;
  });
  if (declaration.kind === 'snapshot' || declaration.kind === 'reference' || byName) return [replaced ? 'corrected' : 'late-rows'];
  const more =
    sum(fresh, 'loaded') >
    sum(
      about.filter(delivery => known.has(keyOf(delivery))),
      'superseded',
    ) -
      supersededThen(known);
  return [...(replaced ? (['corrected'] as const) : []), ...(more ? (['late-rows'] as const) : [])];
}

const keyOf = ({ name, received, sequence, sha256 }: Pick<CountedDelivery, 'name' | 'received' | 'sequence' | 'sha256'>): string =>
  JSON.stringify([name, received, sequence, sha256]);
const sum = (deliveries: readonly CountedDelivery[], key: 'loaded' | 'superseded'): number =>
  deliveries.reduce((total, delivery) => total + delivery[key], 0);
const supersededThen = (known: ReadonlyMap<string, Manifest['sources'][number]['deliveries'][number]>): number =>
  [...known.values()].reduce((total, { superseded }) => total + superseded, 0);
const overlaps = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

/** True where what the figure is computed by is another: its header's measure or body, a metric it is made of, a mart or staging file, a declaration. */
function isRedefined({ declaration, sources }: Pick<ProtectedMetric, 'declaration' | 'sources'>, then: Then, { project }: Now): boolean {
  const metrics = withParts([declaration.id], project.metrics);
  const was = new Map(then.metrics.map(({ id, sql }) => [id, sql]));
  if (metrics.some(({ id, text }) => was.has(id) && definitionOf(was.get(id)!) !== definitionOf(text))) return true;
  const relations = relationsUnder(
    metrics.flatMap(({ reads }) => reads),
    project,
  );
  const paths = [...relations.map(({ file }) => file), ...sources.map(id => `sources/${id}/source.yaml`)];
  const before = shaOf(then.inputs.project);
  const after = shaOf(project.files);
  return paths.some(path => before.has(path) && before.get(path) !== after.get(path));
}

const shaOf = (files: readonly ProjectFile[]): Map<string, string> => new Map(files.map(({ path, sha256 }) => [path, sha256]));

/** The keys of a header that decide its values. */
const MEASURED = ['measure', 'numerator', 'denominator', 'given', 'per', 'unit', 'over_time', 'time', 'finest', 'covers', 'nulls_allowed'];

/** What of a metric's file decides its values, as text. */
function definitionOf(text: string): string {
  const [, header = '', body = ''] = /^\s*\/\*([^]*?)\*\/([^]*)$/.exec(text) ?? [];
  const said = (parse(header) ?? {}) as Record<string, unknown>;
  return JSON.stringify([...MEASURED.map(key => said[key] ?? null), body.trim()]);
}

/** True where the tree under a member of the cell is another in the row's months than it was then. */
function hasMoved({ dimensions }: MetricDeclaration, { members }: Revision, span: Span, then: Then, { modelled }: Now): boolean {
  return dimensions.some((dimension, i) => {
    const [was, is] = [then.hierarchies[dimension], modelled.hierarchies[dimension]];
    const id = members[i]!.replace(/\.own$/, '');
    return id !== '*' && was !== undefined && is !== undefined && branchIn(was, id, span) !== branchIn(is, id, span);
  });
}

/** The nodes at and under a node in some months, with where they stand, as text. */
function branchIn(nodes: readonly HierarchyNode[], id: string, { first, last }: Span): string {
  const [from, to]: [Day, Day] = [firstDay(first), lastDay(last)];
  const there = nodes.filter(({ valid_from, valid_to }) => (valid_from ?? from) <= to && (valid_to ?? to) >= from);
  const under = new Set([id]);
  for (const parent of under) for (const node of there) if (node.parent === parent) under.add(node.id);
  const said = there
    .filter(node => under.has(node.id))
    .map(({ id: node, parent, valid_from, valid_to }) => JSON.stringify([node, parent, valid_from, valid_to]));
  return said.sort().join('\n');
}
