import type { ChartEngine } from '../charts/chart-engine.ts';

/**
 * What a template that is drawn both at build and in the browser is made with: at build the server-only `html`, in the
 * browser Lit's own. Both take the same templates.
 */
export interface TemplateTools {
  html(strings: TemplateStringsArray, ...values: unknown[]): unknown;
  raw(markup: string): unknown;
  nothing: unknown;
  charts: ChartEngine;
}
