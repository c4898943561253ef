import type { CellJudgement } from '../../pipeline/contract/judgements.ts';
import type { JudgedIndicator, PublishedDecision } from '../../pipeline/contract/goals.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { SiteMetric, SiteSource } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { targetClause } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { metricTexts as t } from '#texts/metric.ts';
import { sourceTexts } from '#texts/source.ts';
import { walkBackTexts } from '#texts/walk-back.ts';
import { partlyWords } from '../words.ts';
import { lifeWords } from './metric-life.ts';
import { lastDelivered, sourceState } from './source-table.ts';
import { outlookBasis } from './outlook-basis.ts';
import { exampleTag } from './tags.ts';
import { capital } from '#texts/numeral.ts';
import { walkBack } from './walk-back.ts';

/** What a metric's figures rest on: definition, decisions, sources, what is hidden, the SQL, the files. `figure`, `judgement`: of the page's own cell. */
export function proof(
  context: PageContext,
  page: string,
  metric: SiteMetric,
  figure: Observation | null,
  judgement: CellJudgement | null,
  indicators: readonly JudgedIndicator[],
): Html {
  const sources = metric.sources.flatMap(id => context.source(id) ?? []);
  const row = (title: string, content: Html) =>
    html`<div>
      <h3>${title}</h3>
      <div>${content}</div>
    </div>`;
  return html`<section class="proof" aria-labelledby="underlag">
    <h2 id="underlag">${t.proof}</h2>
    ${row(t.definition, definition(metric, judgement))}
    ${metric.life === null ? nothing : row(t.life.title, lifeWords(context, page, metric.life))}
    ${row(t.decisions, indicators.length === 0 ? html`<p>${t.noDecision}</p>` : indicators.map(indicator => decision(context, metric, indicator)))}
    ${row(t.sources, html`${sourceCounts(sources)}${leftOut(metric, sources)}${sources.some(source => source.kolada) ? html`<p class="small">${t.koladaCitation[metric.measure === 'given' ? 'given' : 'computed']}</p>` : nothing}`)}
    ${row(t.hidden, html`<p>${metric.threshold === null ? t.notHidden : t.hiddenRule(metric.threshold, context.site.municipality.complements)}</p>`)}
    ${row(
      t.calculation,
      html`<details>
        <summary>${t.showSql}</summary>
        <pre lang="en" translate="no" tabindex="0" role="region" aria-label="${t.sqlLabel(metric.name)}">${metric.sql}</pre>
      </details>`,
    )}
    ${figure === null ? nothing : row(walkBackTexts.title, walkBack(context, page, metric, figure))}
    ${row(t.download, downloads(page, metric))}
  </section>`;
}

function definition(metric: SiteMetric, judgement: CellJudgement | null): Html {
  const pairs: [string, string | null][] = [
    [t.usedFor, metric.decision],
    [t.owner, metric.owner],
    [t.unit, metric.unit || null],
    [t.desired, t.desiredWords[metric.desired]],
    [t.kolada, metric.kolada === null ? null : t.koladaId(metric.kolada)],
    ...(judgement === null ? [] : outlookBasis(judgement)),
  ];
  return html`<p>${t.measure[metric.measure]}</p>
    <dl class="pairs">
      ${pairs.flatMap(([name, value]) =>
        value === null
          ? []
          : [
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
            ],
      )}
    </dl>`;
}

function decision(context: PageContext, metric: SiteMetric, indicator: JudgedIndicator): Html {
  const partly = partlyWords(indicator.target, metric);
  return html`<p>
    ${capital(targetClause(context, indicator))}${partly === null ? '' : `, ${partly}`}. ${decisionWords(indicator.decided)}
  </p>`;
}

/** Who decided, when and where it is written. */
export const decisionWords = (decided: PublishedDecision): Html =>
  html`${t.decided(decided.by, decided.date, decided.paragraph, decided.case)}${decided.link === null ? nothing : html` <a href="${decided.link}">${t.minutes}</a>`}`;

/** What became of sources' records. */
export const sourceCounts = (sources: readonly SiteSource[]): Html =>
  html` <p class="cap" id="rader">${sourceTexts.countsCaption}${exampleTag(sources.some(source => source.synthetic))}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="rader">
      <table class="figs" aria-labelledby="rader">
        <thead>
          <tr>
            <th scope="col">${sourceTexts.source}</th>
            <th scope="col" class="l">${sourceTexts.state}</th>
            <th scope="col" class="l">${sourceTexts.delivered}</th>
            <th scope="col">${sourceTexts.records}</th>
            <th scope="col">${sourceTexts.loaded}</th>
            <th scope="col">${sourceTexts.superseded}</th>
            <th scope="col">${sourceTexts.ignored}</th>
            <th scope="col">${sourceTexts.rejected}</th>
          </tr>
        </thead>
        <tbody>
          ${sources.map(
            source =>
              html`<tr>
                <th scope="row">${source.name}</th>
                <td class="l">${sourceState(source)}</td>
                <td class="l">${lastDelivered(source)}</td>
                ${[source.records, source.loaded, source.superseded, source.ignored, source.rejected].map(count => html`<td>${formatNumber(count, 0)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${sources.some(source => source.rejects.length > 0) ? html`<p class="small">${rejectWords(sources)}</p>` : nothing}`;

/** How much of what was read is not in the figures. What it would have changed is not known, but for a count it is no more than its rows. */
function leftOut(metric: SiteMetric, sources: readonly SiteSource[]): Html {
  const records = sources.reduce((sum, source) => sum + source.records, 0);
  const left = sources.reduce((sum, source) => sum + source.rejected + source.ignored, 0);
  if (records === 0) return nothing;
  if (left === 0) return html`<p class="small">${sourceTexts.allIn}</p>`;
  const percent = (100 * left) / records;
  const share = percent < 0.005 ? sourceTexts.smallShare : `${formatNumber(percent, 2)}\u00a0%`;
  return html`<p class="small">${sourceTexts.left(formatNumber(left, 0), formatNumber(records, 0), share, metric.measure === 'count')}</p>`;
}

/** `Avvisade: 11: värdet går inte att tolka.` by rule, over all of the sources. */
function rejectWords(sources: readonly SiteSource[]): string {
  const byRule = new Map<string, number>();
  for (const { rule, count } of sources.flatMap(source => source.rejects)) byRule.set(rule, (byRule.get(rule) ?? 0) + count);
  const words = [...byRule].map(([rule, count]) => sourceTexts.rejectedBy(formatNumber(count, 0), sourceTexts.rules[rule] ?? rule));
  return sourceTexts.rejectedRows(words.join(', '));
}

const downloads = (page: string, metric: SiteMetric): Html =>
  html`<p class="files">
      <a href="${link(page, paths.observations(metric.id, 'csv'))}" download>${t.csv}</a>
      <a href="${link(page, paths.observations(metric.id, 'parquet'))}" download>${t.parquet}</a>
      ${metric.parts.length > 0 ? html`<a href="${link(page, paths.parts(metric.id))}" download>${t.partsCsv}</a>` : nothing}
    </p>
    ${metric.example ? html`<p class="key">${t.downloadExample}</p>` : nothing}`;
