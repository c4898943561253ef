import type { Runtime } from 'vega';
import { View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartEngine, ChartView } from './chart-engine.ts';
import { createChartEngine } from './chart-engine.ts';
import { compileKinds } from './compile-kinds.ts';

/** The chart engine of the publishing run. */
export const createBuildEngine = (): ChartEngine =>
  createChartEngine(
    compileKinds(),
    (runtime, logger) => new View(runtime as Runtime, { renderer: 'none', logger, expr: expressionInterpreter }) as unknown as ChartView,
  );
