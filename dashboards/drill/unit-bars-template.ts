import { drawBars } from '../charts/draw-bars.ts';
import type { Bar, BarsInput } from '../charts/draw-bars.ts';
import { drillTexts } from '#texts/drill.ts';
import { axisUnit } from './axis-words.ts';
import type { DrillView } from './drill-view.ts';
import type { TemplateTools } from './template-tools.ts';
import { flagOf, toDateSpan } from './unit-columns.ts';
import type { UnitRow, UnitTable } from './unit-table.ts';
import { isOfLevels } from './unit-table.ts';

/** More bars than this are no longer read one by one. */
export const MOST_BARS = 30;

/** The units as ranked bars, with the node they belong to among them where it can be compared. */
export function unitBars({ html, sized }: TemplateTools, view: DrillView, table: UnitTable): unknown {
  const shown = table.rows.filter(({ sum }) => isOfLevels(view.setup) || !sum).slice(0, MOST_BARS + 1);
  const target = table.scale.target === null ? undefined : view.trend.targets.at(-1);
  const input: BarsInput = {
    title: drillTexts.barsTitle(view.trend.title, toDateSpan(table, view)),
    unit: view.trend.unit,
    bars: shown.map(barOf),
    target: target ? { limit: target.limit, words: target.words } : null,
    example: view.setup.example,
  };
  return html`<p class="intro">
      ${axisUnit(
        view.trend,
        input.bars.map(({ value }) => value ?? 0),
      )}.
    </p>
    <figure>
      <div class="plot ranked broad">${sized('bars', 'wide', size => drawBars(input, size))}</div>
      <div class="plot ranked narrow">${sized('bars', 'narrow', size => drawBars(input, size))}</div>
    </figure>`;
}

function barOf({ name, sum, toDate }: UnitRow): Bar {
  const value = toDate?.value ?? null;
  return {
    name: sum ? drillTexts.sum(name) : name,
    value,
    words: value === null ? flagOf(toDate) : toDate!.part ? drillTexts.part : '',
    emphasised: sum,
  };
}
