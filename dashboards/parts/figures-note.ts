import type { SiteMetric } from '../../pipeline/contract/site.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { metricTexts as t } from '#texts/metric.ts';
import { exampleTag } from './tags.ts';

/** Where a page's figures come from, and when the page last changed; where they are Kolada's, as its terms ask. */
export function figuresNote(context: PageContext, metric: SiteMetric): Html {
  const sources = metric.sources.flatMap(id => context.source(id) ?? []);
  const note = t.chartNote(sources.map(({ name, deliveries }) => ({ name, delivered: deliveries[0]?.received ?? null })));
  return html`<p class="stamp">
    ${exampleTag(metric.example)}${note} ${sources.some(({ kolada }) => kolada) ? t.koladaCitation.computed : nothing}
    ${t.edition(EDITION_DATE_TOKEN)}
  </p>`;
}
