import { writePeriod } from '../../pipeline/contract/period.ts';
import { drillTexts as t } from '#texts/drill.ts';
import { SHOWS_WORDS } from './drill-hash.ts';
import type { DrillView } from './drill-view.ts';
import { SHOWS } from './metric-setup.ts';
import { selectTemplate } from './select-template.ts';
import type { TemplateTools } from './template-tools.ts';
import { toDateSpan } from './unit-columns.ts';

/** What a reader can choose of the units: how they are shown, and the period, latest first. */
export function unitControls(tools: TemplateTools, view: DrillView): unknown {
  const { state, trend, units } = view;
  const months = trend.points.flatMap(({ month, value }) => (value === null ? [] : [month])).reverse();
  const periods = months.map(month => [writePeriod(state.grain, month), toDateSpan(units!, view, month)] as const);
  return tools.html`<form class="controls" aria-label="${t.unitControls}">
    ${selectTemplate(
      tools,
      'visa',
      t.shows,
      SHOWS.map(shows => [SHOWS_WORDS[shows], t.showsWords[shows]] as const),
    )}
    ${periods.length < 2 ? tools.nothing : selectTemplate(tools, 'till', t.until, [['', t.latestPeriod] as const, ...periods])}
  </form>`;
}
