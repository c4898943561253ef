import type { FeedEntry } from '../contract/feed.ts';
import type { EarlierTree, RenderInput } from '../words/stages.ts';

/** What the feed before said, but of metrics that the audience may not see: one that is internal from today is not told of any more. */
export function toldChanges(before: EarlierTree | null, { project, cells }: Pick<RenderInput, 'project' | 'cells'>): readonly FeedEntry[] {
  const seen = new Set(cells.metrics.map(({ declaration }) => declaration.id));
  const hidden = new Set(project.metrics.flatMap(({ id }) => (seen.has(id) ? [] : [id])));
  return (before?.changes ?? []).filter(({ path }) => !hidden.has(/^nyckeltal\/([^/]+)\//.exec(path)?.[1] ?? ''));
}
