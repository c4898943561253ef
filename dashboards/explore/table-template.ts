import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { Mark } from '../../pipeline/contract/observation.ts';
import type { TemplateTools } from '../drill/template-tools.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import { statusTexts } from '#texts/status.ts';
import { headName, unitWord } from './explore-words.ts';
import type { Head, Pivot, PivotCell } from './pivot.ts';
import type { PivotSort } from './sort-pivot.ts';

export interface TableView {
  pivot: Pivot;
  /** What stands along the rows, over their names. */
  rowsName: string;
  /** What the figures are about beside rows and columns. */
  about: string;
  /** `Källa: … Utgåva …` */
  source: string;
  sort: PivotSort | null;
  /** Whether heads are buttons that sort: only a script hears them. */
  sortable: boolean;
  /** How many rows are shown. */
  most: number;
  /** A unique id for the caption. */
  id: string;
}

/** The figures as a table, under a caption that says what they are. */
export function tableTemplate(tools: TemplateTools, view: TableView): unknown {
  const { html, nothing } = tools;
  const { pivot, id, sort, about } = view;
  const rows = pivot.rows.slice(0, view.most);
  const common = pivot.columns.map((_, column) => commonMarks(pivot, column));
  const signs = signsOf(pivot);
  const title = pivot.metric === null ? t.metrics : `${pivot.metric.name}, ${unitWord(pivot.metric)}`;
  return html`<p class="cap" id="${id}">
      ${t.caption(title, about)}${signs.example ? html` <span class="tag">${statusTexts.mark.example}</span>` : nothing}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="figs explored" aria-labelledby="${id}">
        <thead>
          <tr>
            ${head(-1, view.rowsName, [])}${pivot.columns.map((column, i) => head(i, headName(column), common[i]!))}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row, i) => bodyRow(row, pivot.cells[i]!))}
        </tbody>
      </table>
    </div>
    <p class="small">${notes(signs)}${view.source}</p>`;

  function head(column: number, name: string, marks: readonly Mark[]): unknown {
    const direction = sort?.column === column ? (sort.ascending ? 'ascending' : 'descending') : nothing;
    const text = view.sortable ? html`<button type="button" data-sort="${column}">${name}</button>` : name;
    return html`<th scope="col" aria-sort="${direction}">${text}${tags(marks)}</th>`;
  }

  function bodyRow(row: Head, cells: readonly (PivotCell | null)[]): unknown {
    const whole = row.type === 'member' && row.whole;
    const isHidden = cells.length > 1 && cells.every(cell => cell?.flag === 'suppressed');
    return html`<tr class="${whole ? 'sum' : ''}">
      <th scope="row">${headName(row)}</th>
      ${
        isHidden
          ? html`<td colspan="${cells.length}" class="l hidden-cell">${statusTexts.flag.suppressed}</td>`
          : cells.map((cell, i) => html`<td>${cellTemplate(cell, common[i]!)}</td>`)
      }
    </tr>`;
  }

  function cellTemplate(cell: PivotCell | null, inHead: readonly Mark[]): unknown {
    if (cell === null) return html`<span class="flagged">${t.none}<span class="vh">, ${t.noneRest}</span></span>`;
    if (cell.flag === 'suppressed') return html`<span class="flagged">${t.hidden}<span class="vh">${t.hiddenRest}</span></span>`;
    const marks = cell.marks.filter(mark => mark !== 'example' && !inHead.includes(mark));
    if (cell.value === null) return html`<span class="flagged">${statusTexts.flag[cell.flag ?? 'missing']}</span>${tags(marks)}`;
    return html`${formatNumber(cell.value, cell.metric.decimals)}${tags(marks)}`;
  }

  function tags(marks: readonly Mark[]): unknown {
    return marks.length === 0 ? nothing : marks.map(mark => html` <span class="tag">${statusTexts.mark[mark]}</span>`);
  }
}

/** Marks that every figure of a column has: they stand once, in its head. `example` stands in the caption. */
function commonMarks(pivot: Pivot, column: number): Mark[] {
  // Cells with the same marks share them: what is looked through is few.
  const sets = new Set<readonly Mark[]>();
  for (const { [column]: cell } of pivot.cells) if (cell) sets.add(cell.marks);
  const [first = [], ...others] = sets;
  return first.filter(mark => mark !== 'example' && others.every(marks => marks.includes(mark)));
}

/** What is among the figures: hidden ones, places without one, and invented ones. */
interface Signs {
  hidden: boolean;
  none: boolean;
  example: boolean;
}

function signsOf({ cells }: Pivot): Signs {
  const marks = new Set<readonly Mark[]>();
  let [hidden, none] = [false, false];
  for (const row of cells)
    for (const cell of row) {
      if (cell === null) none = true;
      else {
        if (cell.flag === 'suppressed') hidden = true;
        marks.add(cell.marks);
      }
    }
  return { hidden, none, example: [...marks].some(all => all.includes('example')) };
}

/** What the signs in the cells mean, where they stand. */
const notes = ({ hidden, none }: Signs): string => `${hidden ? `${t.note.hidden} ` : ''}${none ? `${t.note.none} ` : ''}`;
