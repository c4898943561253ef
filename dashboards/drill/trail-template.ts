import { drillTexts } from '#texts/drill.ts';
import type { DrillView } from './drill-view.ts';
import { chosenNames } from './drill-view.ts';
import { hashOf } from './drill-hash.ts';
import type { TemplateTools } from './template-tools.ts';

/** Where in the tree the reader is, with links up, and the choice in words for those who cannot see it. */
export function trailTemplate({ html, nothing }: TemplateTools, view: DrillView): unknown {
  const { setup, state, names } = view;
  const upTo = (depth: number): string => `#${hashOf(setup, { ...state, beside: [], path: state.path.slice(0, depth) })}`;
  const said = drillTexts.showing(view.name, drillTexts.grains[state.grain], [
    drillTexts.windowName(state.window),
    ...chosenNames(setup, state),
  ]);
  const together = view.lines === null ? '' : ` ${drillTexts.together(view.lines.series.map(({ name }) => name))}`;
  return html`<p class="vh" role="status">${said}${together}</p>
    ${
      state.path.length === 0
        ? nothing
        : html`<nav class="trail" aria-label="${drillTexts.trail}">
            <ol>
              ${names.map(
                (name, depth) =>
                  html`<li>
                    ${depth === state.path.length ? html`<b aria-current="true">${name}</b>` : html`<a href="${upTo(depth)}">${name}</a>`}
                  </li>`,
              )}
            </ol>
          </nav>`
    }`;
}
