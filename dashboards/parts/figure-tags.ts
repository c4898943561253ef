import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { keyOf, type Observation } from '../../pipeline/contract/observation.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { PageContext } from '../page.ts';
import { remember } from '../remember.ts';
import { revisedTexts, type RevisedWords } from '#texts/revised.ts';
import { markTags, tag } from './tags.ts';

/** A figure's tags; one that is revised says what it was and which follow-up reported that, where this audience may know. */
export function figureTags(context: PageContext, metric: SiteMetric, figure: Observation): Html {
  const revised = revisedWords(context, metric, figure);
  if (revised === null) return markTags(figure.marks);
  const others = figure.marks.filter(mark => mark !== 'revised');
  return html`${markTags(others)} ${tag(revisedTexts.tag(revised))} <span class="quiet">${revisedTexts.reportedIn(revised)}</span>`;
}

function revisedWords({ site }: PageContext, metric: SiteMetric, figure: Observation): RevisedWords | null {
  const revision = revisionsOf(metric.revisions).get(keyOf(figure));
  if (figure.value === null || revision === undefined) return null;
  const [was, now] = [formatNumber(revision.was, metric.decimals), formatNumber(figure.value, metric.decimals)];
  return was === now
    ? null
    : { was, now, followUp: site.follow_ups.find(({ id }) => id === revision.follow_up)!.name, causes: revision.causes };
}

const revisionsOf = remember((revisions: SiteMetric['revisions']) => new Map(revisions.map(revision => [keyOf(revision), revision])));
