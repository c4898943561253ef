import type { ChartEngine } from '../charts/chart-engine.ts';
import type { TrendSize } from '../charts/draw-trend.ts';
import type { Drawing } from '../charts/drawing.ts';
import type { ChartKind } from '../charts/kinds.ts';

/**
 * What a template that is drawn both at build and in the browser is made with: at build the server-only `html`, in the
 * browser Lit's own. Both take the same templates.
 */
export interface TemplateTools {
  html(strings: TemplateStringsArray, ...values: unknown[]): unknown;
  raw(markup: string): unknown;
  nothing: unknown;
  charts: ChartEngine;
  /** A chart in one of its two sizes, of which the style sheet shows one. */
  sized(kind: ChartKind, size: TrendSize, draw: (size: TrendSize) => Drawing): unknown;
}
