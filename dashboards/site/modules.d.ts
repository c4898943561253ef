declare module 'virtual:compiled-charts' {
  import type { CompiledChart } from '../charts/chart-engine.ts';
  import type { ChartKind } from '../charts/kinds.ts';
  const charts: Readonly<Record<ChartKind, CompiledChart>>;
  export default charts;
}
declare module 'vega-view' {
  export const View: new (runtime: object, options: object) => object;
}
declare module 'vega-dataflow' {
  export const transforms: Record<string, unknown>;
}
declare module 'vega-encode' {
  export const datajoin: unknown, encode: unknown, scale: unknown, sortitems: unknown;
}
declare module 'vega-transforms' {
  export const collect: unknown, filter: unknown, formula: unknown, relay: unknown, sieve: unknown;
}
declare module 'vega-view-transforms' {
  export const bound: unknown, mark: unknown, render: unknown, viewlayout: unknown;
}
declare module '*/vega-transforms/src/Collect.js';
declare module '*/vega-transforms/src/Filter.js';
declare module '*/vega-transforms/src/Formula.js';
declare module '*/vega-transforms/src/Relay.js';
declare module '*/vega-transforms/src/Sieve.js';
