import { BUILD_KINDS, type BuildKind } from './build-kinds.ts';
import type { ChartEngine } from './chart-engine.ts';
import { createChartEngine } from './chart-engine.ts';
import { SmallView } from './chart-view.ts';
import { compileKinds } from './compile-kinds.ts';
import { CHART_KINDS, type ChartKind } from './kinds.ts';

/** What draws a page's charts when it is published. */
export type BuildEngine = ChartEngine<ChartKind | BuildKind>;

/** How many drawn charts are remembered: more than a municipality's pages have. */
const REMEMBERED = 10_000;
const drawn = new Map<string, string>();

/** Compiled once for a whole run. */
let engine: BuildEngine | undefined;

const newEngine = (): BuildEngine =>
  createChartEngine(compileKinds({ ...CHART_KINDS, ...BUILD_KINDS }), (runtime, logger) => new SmallView(runtime, logger));

/** The chart engine of the publishing run. Both audiences' pages show mostly the same charts: each is drawn once. */
export function createBuildEngine(): BuildEngine {
  return {
    svg(kind, drawing) {
      engine ??= newEngine();
      const key = `${kind} ${JSON.stringify(drawing)}`;
      const known = drawn.get(key);
      if (known !== undefined) return known;
      if (drawn.size >= REMEMBERED) drawn.clear();
      const svg = engine.svg(kind, drawing);
      drawn.set(key, svg);
      return svg;
    },
  };
}
