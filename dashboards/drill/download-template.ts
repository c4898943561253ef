import { downloadTexts as t } from '#texts/download.ts';
import type { TemplateTools } from './template-tools.ts';

/** Buttons that make files of the figure in the same `[data-figure]`: of its table, and where it has one, of its chart. */
export const downloadTemplate = ({ html, nothing }: TemplateTools, hasChart: boolean): unknown =>
  html`<p class="get scripted">
    ${t.label}: <button type="button" data-download="csv">${t.table}</button>
    ${
      hasChart
        ? html`<button type="button" data-download="svg">${t.svg}</button> <button type="button" data-download="png">${t.png}</button>`
        : nothing
    }
  </p>`;
