import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import { link, paths } from '../paths.ts';
import { drillTexts } from '#texts/drill.ts';
import { metricTexts as t } from '#texts/metric.ts';
import { capital } from '#texts/numeral.ts';
import { revisedTexts } from '#texts/revised.ts';
import { statusTexts } from '#texts/status.ts';
import { cellWords, statusWord } from '../words.ts';
import type { DrillView } from './drill-view.ts';
import { ledeTemplate } from './lede-template.ts';
import type { MetricSetup } from './metric-setup.ts';
import { revisedCell } from './revised-cell.ts';
import type { SeriesCell } from './series-model.ts';
import { drawStatusMark } from './status-mark.ts';
import type { TemplateTools } from './template-tools.ts';

/** The answer for a unit that is drilled to, in the place of the page's own: what it is, the sentence, its figure and its target. */
export function answerTemplate(tools: TemplateTools, view: DrillView): unknown {
  const { html, nothing } = tools;
  const { setup, name, answer } = view;
  const page = pageOf(view);
  return html`<h1>${setup.name} <span class="place">${name}</span></h1>
    ${answer?.sentence ? ledeTemplate(tools, answer.sentence) : nothing}
    <dl class="facts">${level(tools, view)}${target(tools, view)}</dl>
    <p class="stamp">
      ${setup.example ? html`<span class="tag">${statusTexts.mark.example}</span> ` : nothing}${page === null ? nothing : html`<a href="${page}">${drillTexts.allAbout(name)}</a>`}
    </p>`;
}

function level(tools: TemplateTools, view: DrillView): unknown {
  const { html, nothing } = tools;
  const { latest = null, toDate = null } = view.answer ?? {};
  if (latest === null)
    return html`<div>
      <dt>${t.noFigures}</dt>
      <dd><span class="figure">–</span></dd>
    </div>`;
  const { unit, grains } = view.setup;
  return html`<div>
    <dt>${capital(formatPeriod(grains[0]!, firstDay(latest.month)))}</dt>
    <dd>
      <span class="figure">${cellWords(latest, unit)}</span>${tags(latest)}${
        toDate === null ? nothing : html`<p>${t.toDate(cellWords(toDate, unit))}${tags(toDate)}</p>`
      }
    </dd>
  </div>`;

  function tags(cell: SeriesCell): unknown {
    const revised = revisedCell(cell, view);
    return cell.marks
      .filter(mark => mark !== 'example')
      .map(
        mark =>
          html` <span class="tag">${mark === 'revised' && revised !== null ? revisedTexts.tag(revised) : statusTexts.mark[mark]}</span>`,
      );
  }
}

/** The unit's own targets with how they stand; else those of the nearest node above that has any, as that node's and no status. */
function target(tools: TemplateTools, { setup, state, node, names }: DrillView): unknown {
  const { html, nothing } = tools;
  const own = setup.aims[node] ?? [];
  if (own.length > 0)
    return html`<div>
      <dt>${t.against(own[0]!.period)}</dt>
      ${own.map(
        ({ words, status, rests_on }) =>
          html`<dd>
            <div class="say">${drawStatusMark(tools, status, rests_on, true)}${statusWord(status, rests_on)}</div>
            <p>${drillTexts.aim(words)}</p>
          </dd>`,
      )}
    </div>`;
  const nodes = [setup.node, ...state.path];
  const at = nodes.findLastIndex(id => setup.aims[id] !== undefined);
  if (at < 0) return nothing;
  return html`<div>
    <dt>${whose(setup, nodes[at]!, at, names[at]!)}</dt>
    ${setup.aims[nodes[at]!]!.map(({ words, period }) => html`<dd>${drillTexts.aimFor(words, period)}</dd>`)}
  </div>`;
}

const whose = ({ node }: MetricSetup, id: string, depth: number, name: string): string =>
  id === '*' ? drillTexts.wholeAim : depth === (node === '*' ? 1 : 0) ? drillTexts.boardAim : drillTexts.aimOf(name);

/** The unit's own page; null for what is no unit, and in a tree that pages do not follow. */
function pageOf({ setup, state, node }: DrillView): string | null {
  if (state.tree !== setup.place || node === 'unknown' || node.endsWith('.own')) return null;
  const isBoard = setup.node === '*' && state.path.length === 1;
  return link(setup.page, isBoard ? paths.board(node) : paths.unit(node));
}
