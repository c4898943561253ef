import type { ChartEngine } from './charts/chart-engine.ts';
import type { TemplateTools } from './drill/template-tools.ts';
import { html, nothing, raw } from './html.ts';

/** What templates that are drawn in the browser too are made with at build. */
export const buildTools = (charts: ChartEngine): TemplateTools => ({
  html,
  nothing,
  raw,
  charts,
  sized: (kind, size, draw) => raw(charts.svg(kind, draw(size))),
});
