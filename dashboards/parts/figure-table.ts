import { drawFigureTable } from '../drill/figure-table.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';

/** A table of figures as a page has it. */
export const figureTable = (id: string, caption: Html, columns: readonly string[], rows: readonly Html[]): Html =>
  drawFigureTable({ html, nothing }, { id, caption, columns }, rows);
