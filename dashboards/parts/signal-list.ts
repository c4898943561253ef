import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { AttentionItem } from '../../pipeline/contract/signals.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { metricPageOf } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import { capital } from '#texts/numeral.ts';
import { signalTexts as t } from '#texts/signal.ts';
import { placeLink } from './place-link.ts';
import { exampleTag } from './tags.ts';

const MOST = 7;

/** What stands out at a place's own level, worst first, and how many series were looked at; nothing where none could be. */
export function signalList(context: PageContext, page: string, place: string): Html {
  const list = context.site.attention.find(one => one.place === place);
  if (!list || list.tested === 0) return nothing;
  const shown = list.items.slice(0, MOST);
  const rest = list.items.length - shown.length;
  return html`<section aria-labelledby="sticker-ut">
    <h2 id="sticker-ut">${t.title}</h2>
    ${
      shown.length === 0
        ? html`<p class="empty">${t.none}</p>`
        : html`<p class="intro">${t.intro}${exampleTag(shown.some(item => item.example))}</p>
            <ul class="signals">
              ${shown.map(item => signalRow(context, page, item, item.place === place))}
            </ul>`
    }
    <p class="key">${rest > 0 ? `${capital(t.more(rest))} ` : ''}${t.tested(list.tested)}</p>
  </section>`;
}

/** The metric's name leads to its chart, the place's to its page; a page's own place needs no name. */
function signalRow(context: PageContext, page: string, item: AttentionItem, isOwn: boolean): Html {
  const metric = context.metric(item.metric)!;
  const href = metricPageOf(context, item.metric, item.place);
  const when = formatPeriod(metric.finest, item.period_start);
  return html`<li>
    ${href === null ? metric.name : html`<a href="${link(page, href)}">${metric.name}</a>`}${isOwn ? nothing : html`, ${placeLink(context, page, item.place)}`}
    <p>${t.valueAt(formatValue(item.value, metric), when)} ${item.sentence}</p>
  </li>`;
}
