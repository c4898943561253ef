import { drawFigureTable } from '../drill/figure-table.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';

/** A table of figures as a page has it; columns from `words` on hold words. */
export const figureTable = (id: string, caption: Html, columns: readonly string[], rows: readonly Html[], words?: number): Html =>
  drawFigureTable({ html, nothing }, { id, caption, columns, ...(words === undefined ? {} : { words }) }, rows);
