import type { TemplateTools } from './template-tools.ts';

/** What a table of figures has beside its rows: columns from `words` on hold words, and a short one is no wider than it must be. */
export interface FigureTableHead {
  id: string;
  caption: unknown;
  columns: readonly string[];
  words?: number;
  short?: boolean;
}

/** A table of figures that scrolls by itself, under its caption: the first column names its rows. */
export const drawFigureTable = (
  { html, nothing }: Pick<TemplateTools, 'html' | 'nothing'>,
  { id, caption, columns, words = columns.length, short = false }: FigureTableHead,
  rows: readonly unknown[],
): unknown =>
  html`<p class="cap" id="${id}">${caption}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="figs${short ? ' short' : ''}" aria-labelledby="${id}">
        <thead>
          <tr>
            ${columns.map((column, i) => html`<th scope="col" class="${i < words ? nothing : 'l'}">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
