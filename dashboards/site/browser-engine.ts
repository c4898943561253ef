import charts from 'virtual:compiled-charts';
import { expressionInterpreter } from 'vega-interpreter';
import { transforms } from 'vega-dataflow';
import { View } from 'vega-view';
import type { ChartEngine, ChartView } from '../charts/chart-engine.ts';
import { createChartEngine } from '../charts/chart-engine.ts';
import { OPERATORS } from './vega-operators.ts';

Object.assign(transforms, OPERATORS);

let engine: ChartEngine | null = null;

/** The chart engine of the pages: the specs that the build compiled, drawn by Vega's View, loaded when a reader first drills. */
export function createBrowserEngine(): ChartEngine {
  engine ??= createChartEngine(
    charts,
    (runtime, logger) => new View(runtime, { renderer: 'none', logger, expr: expressionInterpreter }) as unknown as ChartView,
  );
  return engine;
}
