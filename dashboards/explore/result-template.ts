import type { TemplateTools } from '../drill/template-tools.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import { chartTemplate } from './chart-template.ts';
import { choicesTemplate } from './choices-template.ts';
import type { ExploreState } from './explore-state.ts';
import type { ExploreTable } from './explore-table.ts';
import { aboutWords, axisName, sourceWords } from './explore-words.ts';
import type { Offer } from './offer.ts';
import type { Pivot } from './pivot.ts';
import { pivot } from './pivot.ts';
import type { PivotSort } from './sort-pivot.ts';
import { sortPivot } from './sort-pivot.ts';
import { tableCsv } from './table-csv.ts';
import { tableTemplate } from './table-template.ts';

/** About how many cells are shown first, and how many each "more" adds: a step is to be seen at once. */
const CELLS_AT_ONCE = 600;

const rowsAtOnce = (columns: number): number => Math.max(10, Math.min(100, Math.floor(CELLS_AT_ONCE / columns)));

export interface ResultView {
  offer: Offer;
  tables: readonly ExploreTable[];
  state: ExploreState;
  /** What could not be followed in the address. */
  problems: readonly string[];
  sort: PivotSort | null;
  /** How many times a reader has asked for more rows. */
  more: number;
  /** How rows were sorted last, for a screen reader. */
  said: string;
  /** The date of the edition. */
  edition: string;
}

/** Choices, and what they give: charts and tables. */
export function resultTemplate(tools: TemplateTools, view: ResultView): unknown {
  const { html, nothing } = tools;
  const { offer, state, problems } = view;
  const about = aboutWords(offer, state);
  const pivots = pivot(view.tables, offer, state).map(one => sortPivot(one, view.sort));
  const shown = pivots.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
  const counted = shown[0];
  const mostOf = ({ columns }: Pivot): number => (1 + view.more) * rowsAtOnce(columns.length);
  return html`<section aria-labelledby="resultat">
    <h2 id="resultat" tabindex="-1">${offer.metrics.map(({ name }) => name).join(', ')}</h2>
    ${
      problems.length === 0
        ? nothing
        : html`<div class="problems" role="alert">
            <p><b>${t.problems}.</b></p>
            <ul>
              ${problems.map(problem => html`<li>${problem}</li>`)}
            </ul>
          </div>`
    }
    ${choicesTemplate(tools, offer, state)}
    <p class="intro" role="status">
      ${counted === undefined ? t.nothing : t.showing(Math.min(mostOf(counted), counted.rows.length), counted.rows.length, counted.columns.length)}<span
        class="vh"
      >
        ${view.said}</span
      >
    </p>
    ${shown.map((one, i) => {
      const source = `${sourceWords(one.metric === null ? offer.metrics : [one.metric])} ${t.edition(view.edition)}`;
      const rest = one.rows.length - mostOf(one);
      return html`${shown.length > 1 ? html`<h3>${one.metric?.name}</h3>` : nothing}
      ${chartTemplate(tools, { pivot: one, chart: state.chart, grain: state.grain, about, source })}
      ${tableTemplate(tools, { pivot: one, rowsName: axisName(offer, state.rows), about, source, sort: view.sort, sortable: true, most: mostOf(one), id: `tabell-${i}` })}
      ${rest > 0 ? html`<p><button type="button" data-act="more">${t.more(Math.min(rest, rowsAtOnce(one.columns.length)))}</button></p>` : nothing}`;
    })}
    ${counted === undefined ? nothing : html`<p class="links"><button type="button" data-act="download">${t.download}</button></p>`}
  </section>`;
}

/** What is shown as a file: every row of it. */
export function resultCsv(view: Pick<ResultView, 'offer' | 'tables' | 'state' | 'sort' | 'edition'> & { address: string }): string {
  const { offer, state, edition, address } = view;
  return tableCsv({
    pivots: pivot(view.tables, offer, state).map(one => sortPivot(one, view.sort)),
    rowsName: axisName(offer, state.rows),
    about: aboutWords(offer, state),
    sources: [...new Set(offer.metrics.flatMap(({ sources }) => sources))],
    edition,
    address,
  });
}
