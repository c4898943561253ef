import { lifeState, type MetricLife } from '../../pipeline/contract/life.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { metricTexts } from '#texts/metric.ts';
import { tag } from './tags.ts';

const t = metricTexts.life;

/** *Förslag* or *Upphört*, where a metric is not in use. */
export function lifeTag(context: PageContext, metric: SiteMetric): Html {
  const state = lifeState(metric.life, context.site.as_of);
  return state === 'in-use' ? nothing : html` ${tag(t.tag[state])}`;
}

/** Since when a metric was proposed, who adopted it, and why it ended, with its successor; what has not happened yet is left out. */
export function lifeWords(context: PageContext, page: string, { proposed, adopted, retired }: MetricLife): Html {
  const asOf = context.site.as_of;
  return html`${proposed === null ? nothing : html`<p>${t.proposed(proposed)}</p>`}${
    adopted === null || adopted.date > asOf ? nothing : html`<p>${t.adopted(adopted.by, adopted.date, adopted.paragraph)}</p>`
  }${
    retired === null
      ? nothing
      : html`<p>
          ${t.retired(retired.date, retired.date <= asOf, retired.reason)}${retired.replaced_by === null ? '' : html`; ${t.replacedBy}${successor(context, page, retired.replaced_by)}`}.
        </p>`
  }`;
}

/** A successor that this reader may not see is named by its id alone. */
function successor(context: PageContext, page: string, id: string): Html {
  const metric = context.metric(id);
  return metric === null ? html`${id}` : html`<a href="${link(page, paths.metric(id))}">${metric.name}</a>`;
}
