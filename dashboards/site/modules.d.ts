declare module 'virtual:compiled-charts' {
  import type { CompiledChart } from '../charts/chart-engine.ts';
  import type { ChartKind } from '../charts/kinds.ts';
  const charts: Readonly<Record<ChartKind, CompiledChart>>;
  export default charts;
  /** Works out a channel, or another value, from a mark's row and an operator's parameters. `this` is Vega's functions. */
  export type Expression = (datum: object, parameters: object) => unknown;
  /** By the number that stands in the charts in place of their code. */
  export const expressions: readonly Expression[];
}
declare module '*/vega-interpreter/src/adjust-spatial.js' {
  const adjustSpatial: (item: object, channels: object, swap: boolean) => void;
  export default adjustSpatial;
}
