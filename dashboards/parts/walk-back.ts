import { formatDay, formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { GRAIN_MONTHS, monthOf, parsePeriod, writePeriod } from '../../pipeline/contract/period.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { SiteMetric, SiteSource } from '../../pipeline/contract/site.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { sourceTexts } from '#texts/source.ts';
import { walkBackTexts as t } from '#texts/walk-back.ts';
import { cellWords } from '../words.ts';

/** Extracts, and rejects, that are written out. */
const MOST = 10;

type Delivery = SiteSource['deliveries'][number];

/**
 * The way from a page's key figure back to what it was computed from: edition, SQL, extracts and, internally, the rejects that could have counted and
 * the command that names lines. How many rows count in one cell is said to nobody: that is a number about people which nothing hides.
 */
export function walkBack(context: PageContext, page: string, metric: SiteMetric, figure: Observation): Html {
  const isInternal = context.site.audience === 'internal';
  const behind = metric.sources
    .flatMap(id => context.source(id) ?? [])
    .flatMap(source => source.deliveries.filter(delivery => mayCount(delivery, figure)).map(delivery => ({ source, delivery })));
  return html`<details>
    <summary>${t.summary}</summary>
    <ol class="walk">
      <li>${t.figure(formatPeriod(figure.grain, figure.period_start), cellWords(figure, metric), EDITION_DATE_TOKEN)}</li>
      <li>${t.sql}</li>
      <li>
        ${t.extracts(behind.length)}
        <ul>
          ${behind.slice(0, MOST).map(({ source, delivery }) => html`<li>${extractWords(source, delivery)}</li>`)}
        </ul>
        ${behind.length > MOST ? html`<a href="${link(page, `${paths.dataQuality}#leveranser`)}">${t.allExtracts(behind.length - MOST)}</a>` : nothing}
      </li>
      ${isInternal ? internalSteps(metric, figure, behind) : html`<li>${t.publicEnd}</li>`}
    </ol>
  </details>`;
}

/** Of what still counts, what may hold rows of the figure's period: names that say periods tell. */
function mayCount({ counts, about }: Delivery, { grain, period_start }: Observation): boolean {
  const period = about === null ? null : parsePeriod(about);
  const first = monthOf(period_start);
  return counts && (period === null || (period.first < first + GRAIN_MONTHS[grain] && first <= period.last));
}

const extractWords = (source: SiteSource, { name, received, sha256, loaded, superseded, rejected }: Delivery): Html =>
  html`${source.name}: <span translate="no">${name}</span>,
    ${t.delivered(formatDay(received), formatNumber(loaded - superseded, 0), formatNumber(rejected, 0))}
    <code class="small" translate="no">sha256 ${sha256.slice(0, 12)}</code>`;

function internalSteps(metric: SiteMetric, figure: Observation, behind: readonly { source: SiteSource; delivery: Delivery }[]): Html {
  const rejects = behind.flatMap(({ source, delivery }) => source.rejects.filter(({ file }) => file === delivery.name));
  const members = metric.dimensions.flatMap((dimension, i) => (figure.members[i] === '*' ? [] : [`${dimension}=${figure.members[i]}`]));
  const period = writePeriod(figure.grain, monthOf(figure.period_start));
  return html`<li>
      ${t.rejects(rejects.length)}
      <ul>
        ${rejects
          .slice(0, MOST)
          .map(
            ({ file, line, rule, column }) =>
              html`<li><span translate="no">${file}:${line}</span>: ${sourceTexts.rules[rule] ?? rule}${column ? ` (${column})` : ''}</li>`,
          )}
      </ul>
      ${rejects.length > MOST ? t.moreRejects(rejects.length - MOST) : nothing}
    </li>
    <li>
      ${t.lines} <code lang="en" translate="no">malbild explain ${[metric.id, period, ...members].join(' ')} --audience internal</code>
    </li>`;
}
