import { html, nothing } from 'lit';
import type { TemplateTools } from '../drill/template-tools.ts';
import { createBrowserEngine } from './browser-engine.ts';
import { drawSized } from './later-charts.ts';

/** Nodes, since Lit would make a template of each chart, and then copy it. */
const raw = (markup: string): Node => document.createRange().createContextualFragment(markup);

const charts = createBrowserEngine();

/** What templates are made with in the browser. */
export const tools: TemplateTools = {
  html,
  nothing,
  raw,
  charts,
  sized: (kind, size, draw) => drawSized(size, () => raw(charts.svg(kind, draw(size)))),
};
