import type { MetricFacts } from '../../contract/facts.ts';
import type { HierarchyNode } from '../../contract/manifest.ts';
import type { AttentionItem, AttentionList } from '../../contract/signals.ts';
import { believable, chanceOfLast, chanceOfRun } from '../../spc/chance.ts';
import type { Judging } from '../judging.ts';
import { unitOf } from '../say.ts';
import { latestPoint, runLength } from './latest-signal.ts';
import { signalWords } from './signal-words.ts';
import { levelOf } from './segments.ts';

/** Of what a list shows, the share that may be chance alone. */
export const FALSE_SHARE = 0.1;

/**
 * For the whole, for each node with children and for each unit at the ends of the tree that is there: the concerns of the
 * reader's own level (the whole and its boards; a node's children; a unit's own), the most unlikely first. A concern is a latest
 * period outside a limit, or in a run of seven, the way that is not desired. With many series some are so by chance every month,
 * so a list is cut where more than a tenth of it would be expected to be chance (`believable`): the more series, the stronger the
 * signal must be.
 */
export function attentionLists(judging: Judging, facts: readonly MetricFacts[], nodes: readonly HierarchyNode[]): AttentionList[] {
  const list = (place: string, own: ReadonlySet<string>) =>
    attentionList(
      judging,
      place,
      facts.filter(one => own.has(one.place)),
    );
  const parents = new Set(nodes.flatMap(node => node.parent ?? []));
  const under = (parent: string | null) => new Set(nodes.filter(node => node.parent === parent).map(node => node.id));
  const leaves = new Set(nodes.filter(({ id, valid_to }) => !parents.has(id) && (valid_to ?? '9999') >= judging.asOf).map(({ id }) => id));
  return [
    list('*', under(null).add('*')),
    ...[...parents].map(parent => list(parent, under(parent))),
    ...[...leaves].map(leaf => list(leaf, new Set([leaf]))),
  ];
}

function attentionList(judging: Judging, place: string, facts: readonly MetricFacts[]): AttentionList {
  const current = facts.filter(one => isCurrent(judging, one, facts));
  const concerns = current.flatMap(one => concernOf(judging, one) ?? []);
  const most = believable(
    concerns.map(({ p }) => p),
    current.length,
    FALSE_SHARE,
  );
  return { place, tested: current.length, items: concerns.filter(({ p }) => p <= most).sort((a, b) => a.p - b.p) };
}

/** True where the latest period of the list's series on this metric has limits, and one way is better. */
function isCurrent(judging: Judging, one: MetricFacts, facts: readonly MetricFacts[]): boolean {
  const desired = judging.metrics.get(one.metric)?.declaration.desired;
  if (desired !== 'higher' && desired !== 'lower') return false;
  const last = latestPoint(one.signals)?.point.period_start;
  return last !== undefined && facts.every(other => other.metric !== one.metric || (other.latest?.period_start ?? '') <= last);
}

function concernOf(judging: Judging, one: MetricFacts): AttentionItem | null {
  const metric = judging.metrics.get(one.metric)!;
  const latest = latestPoint(one.signals);
  if (latest === null || latest.point.point_type !== 'special_cause_concern') return null;
  const { point, segment, own } = latest;
  if (!/CL$/.test(point.special_cause) || point.special_cause.startsWith('2')) return null;
  const levels = own.map(one => levelOf(one, segment));
  // Two ways to be unusual, so chance has two.
  const p = Math.min(1, 2 * Math.min(chanceOfLast(levels), chanceOfRun(runLength(own, segment))));
  return {
    metric: one.metric,
    place: one.place,
    period_start: point.period_start,
    value: point.value,
    special_cause: point.special_cause,
    p,
    sentence: signalWords(one.signals, metric.finest, unitOf(judging, metric.declaration))!,
    example: one.example,
  };
}
