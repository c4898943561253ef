import charts from 'virtual:compiled-charts';
import type { ChartEngine } from '../charts/chart-engine.ts';
import { createChartEngine } from '../charts/chart-engine.ts';
import { SmallView } from '../charts/chart-view.ts';
import { chartExpressions } from './chart-expressions.ts';

let engine: ChartEngine | null = null;

/** The chart engine of the pages: the specs that the build compiled, run by Vega's runtime, loaded when a reader first drills. */
export function createBrowserEngine(): ChartEngine {
  engine ??= createChartEngine(charts, (runtime, logger) => new SmallView(runtime, logger, chartExpressions));
  return engine;
}
