import type { FeedEntry } from '../../pipeline/contract/feed.ts';
import type { Change, SiteMetric } from '../../pipeline/contract/site.ts';
import { changePath } from '../change-path.ts';
import { paths } from '../paths.ts';
import type { SiteIndex } from '../site-index.ts';
import { catalogueTexts as t } from '#texts/catalogue.ts';
import { statusWord } from '../words.ts';

/** The feed tells of so many changes, the latest first: enough for a reader who looks once a month. */
const MOST = 200;

/**
 * What the feed of changes says: what has changed since the edition before (statuses, targets, revised figures, and metrics whose figures are
 * others), then what the feed before said. `changed`: metrics that have other figures than in the edition before.
 */
export function changeEntries(index: SiteIndex, changed: readonly SiteMetric[], before: readonly FeedEntry[]): FeedEntry[] {
  const { site } = index;
  const updated = site.as_of;
  const figures = changed.map((metric): FeedEntry => ({
    updated,
    title: t.figures(metric.name),
    summary: index.facts(metric, '*')?.sentence ?? metric.question,
    path: paths.metric(metric.id),
  }));
  const changes = site.changes.edition.map((change): FeedEntry => ({
    updated,
    ...said(change),
    path: changePath(index, change) ?? paths.overview,
  }));
  // Editions of one day may tell of the same.
  const entries = new Map([...changes, ...figures, ...before].map(entry => [JSON.stringify(entry), entry]));
  return [...entries.values()].slice(0, MOST);
}

function said(change: Change): Pick<FeedEntry, 'title' | 'summary'> {
  switch (change.type) {
    case 'status':
      return {
        title: t.status(
          change.name,
          statusWord(change.from.status, change.from.rests_on),
          statusWord(change.to.status, change.to.rests_on),
        ),
        summary: change.sentence,
      };
    case 'target':
      return { title: t.target(change.name, change.from, change.to), summary: change.decision };
    case 'revised':
      return { title: t.revised(change.name, change.period, change.from, change.to), summary: change.place };
  }
}
