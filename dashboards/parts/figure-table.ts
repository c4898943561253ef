import type { Html } from '../html.ts';
import { html } from '../html.ts';

/** A table of figures that scrolls by itself, under its caption: the first column names its rows. */
export const figureTable = (id: string, caption: Html, columns: readonly string[], rows: readonly Html[]): Html =>
  html`<p class="cap" id="${id}">${caption}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="figs" aria-labelledby="${id}">
        <thead>
          <tr>
            ${columns.map(column => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
