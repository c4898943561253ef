import { formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import type { ExploreDimension } from '../../pipeline/contract/explore.ts';
import { firstDay, writePeriod } from '../../pipeline/contract/period.ts';
import type { TemplateTools } from '../drill/template-tools.ts';
import { drillTexts } from '#texts/drill.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import { branchChoices, branchesOf } from './branches.ts';
import type { ExploreState } from './explore-state.ts';
import { dimensionOf, NO_AXIS, PERIOD_AXIS } from './explore-state.ts';
import { axisName } from './explore-words.ts';
import type { Offer } from './offer.ts';
import { axesOf, chartsOf, membersShown, wholeMember } from './offer.ts';
import { spanOf } from './pivot.ts';

type Options = readonly (readonly [value: string, text: string])[];

/** What a reader can choose of the loaded metrics; a select or box with one answer is not shown. In the browser alone. */
export function choicesTemplate(tools: TemplateTools, offer: Offer, state: ExploreState): unknown {
  const { html, nothing } = tools;
  const { rows, columns, grain, window } = state;
  const axes = axesOf(offer).map(axis => [axis, axisName(offer, axis)] as const);
  const sides = [rows, columns].flatMap(axis => (axis === null ? [] : [dimensionOf(axis)]));
  const shown = offer.dimensions.filter(({ members }) => members.length > 1);
  return html`<form class="controls" aria-label="${t.controls}" autocomplete="off">
      ${select('rader', t.rows, axes, rows)}${select('kolumner', t.columns, [...axes, [NO_AXIS, t.noColumns]], columns ?? NO_AXIS)}
      ${select(
        'period',
        t.grain,
        offer.grains.map(one => [one, drillTexts.grains[one]]),
        grain,
      )}
      ${select(
        'avser',
        drillTexts.window,
        offer.windows.map(one => [one, drillTexts.windowName(one)]),
        window,
      )}
      ${periods()} ${shown.filter(({ id }) => !sides.includes(id)).map(dimension => one(dimension))}
      ${select(
        'diagram',
        t.chart,
        chartsOf(state).map(chart => [chart, t.charts[chart]]),
        state.chart,
      )}
    </form>
    <form class="members" aria-label="${t.controls}" autocomplete="off">
      ${shown.filter(({ id }) => sides.includes(id)).map(dimension => several(dimension))}
    </form>`;

  function select(name: string, label: string, options: Options, chosen: string): unknown {
    if (options.length < 2) return nothing;
    return html`<label
      >${label}<select name="${name}" autocomplete="off">
        ${options.map(([value, text]) => html`<option value="${value}" .selected=${value === chosen}>${text}</option>`)}
      </select></label
    >`;
  }

  function periods(): unknown {
    const span = spanOf(offer, state);
    if (span === null) return nothing;
    const options: Options = offer
      .periods(grain, window)
      .map(month => [writePeriod(grain, month), formatPeriodShort(grain, firstDay(month))]);
    const [from, to] = [writePeriod(grain, span[0]), writePeriod(grain, span[1])];
    return [rows, columns].includes(PERIOD_AXIS)
      ? [select('fran', t.from, options, from), select('till', t.to, options, to)]
      : select('till', t.period, options, to);
  }

  function one(dimension: ExploreDimension): unknown {
    const options: Options = dimension.members.map(([id, name]) => [id, name]);
    return select(`urval-${dimension.id}`, dimension.name, options, state.members[dimension.id]?.[0] ?? wholeMember(dimension));
  }

  /** Of a tree a branch at a time, and each member by itself. */
  function several(dimension: ExploreDimension): unknown {
    const chosen = membersShown(dimension, state);
    const { depth } = branchesOf(dimension);
    const isChosen = new Set(chosen);
    return html`${branches(dimension, chosen)}
      <details>
        <summary>${t.membersOf(dimension.name, chosen.length, dimension.members.length)}</summary>
        <fieldset>
          <legend class="vh">${dimension.name}</legend>
          ${dimension.members.map(
            ([id, name]) =>
              html`<label class="depth-${Math.min(3, depth.get(id) ?? 0)}"
                ><input type="checkbox" name="urval-${dimension.id}" value="${id}" .checked=${isChosen.has(id)} />${name}</label
              >`,
          )}
        </fieldset>
      </details>`;
  }

  function branches(dimension: ExploreDimension, chosen: readonly string[]): unknown {
    const { parents } = branchesOf(dimension);
    if (parents.length === 0) return nothing;
    const at = branchChoices(dimension).map(String).indexOf(String(chosen));
    const options: Options = [
      ['0', t.topLevel],
      ['1', t.allLevels],
      ...parents.map(([, name], i) => [String(i + 2), t.under(name)] as const),
      ...(at < 0 ? [['-1', t.ownChoice] as const] : []),
    ];
    return html`<div class="controls">${select(`gren-${dimension.id}`, dimension.name, options, String(at))}</div>`;
  }
}
