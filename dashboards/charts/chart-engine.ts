import type { CollectingLogger } from './collecting-logger.ts';
import { collectingLogger } from './collecting-logger.ts';
import type { ChartRow, Drawing } from './drawing.ts';
import type { SceneItem } from './fluid-svg.ts';
import { fluidSvg } from './fluid-svg.ts';
import type { ChartKind } from './kinds.ts';

/** A kind's layers in drawing order, and what Vega runs: JSON, the same at build and in the browser. */
export interface CompiledChart {
  layers: readonly string[];
  runtime: object;
}

/** The part of Vega's View that is used; vega's own at build, a smaller one in the browser. */
export interface ChartView {
  height(height: number): unknown;
  signal(name: string, value: unknown): unknown;
  data(name: string, rows: object[]): unknown;
  run(): unknown;
  scenegraph(): unknown;
}

/** Draws a chart as SVG markup. The same code draws at build and in the browser, from the same compiled specs. */
export interface ChartEngine<K extends string = ChartKind> {
  svg(kind: K, drawing: Drawing): string;
}

/** `newView` makes a view with renderer `none` and the given logger; one is kept for each kind. */
export function createChartEngine<K extends string>(
  charts: Readonly<Record<K, CompiledChart>>,
  newView: (runtime: object, logger: CollectingLogger) => ChartView,
): ChartEngine<K> {
  const logger = collectingLogger();
  const views = new Map<K, { view: ChartView; shown: ReadonlyMap<string, readonly ChartRow[]> }>();
  return {
    svg(kind, drawing) {
      const { layers, runtime } = charts[kind];
      const { view, shown } = views.get(kind) ?? { view: newView(runtime, logger), shown: new Map<string, never>() };
      const names = Object.keys(drawing.rows);
      const unknown = names.filter(name => !layers.includes(name));
      if (unknown.length > 0) throw new Error(`chart ${kind} has no layer ${unknown.join(', ')}`);
      const filled = new Map(Object.entries(drawing.rows).filter(([, rows]) => rows.length > 0));
      views.set(kind, { view, shown: filled });
      view.height(drawing.height);
      view.signal('xdom', drawing.xdom);
      view.signal('ydom', drawing.ydom);
      // Most layers of a chart are empty, and to empty or fill one as it is costs Vega as much as to draw it.
      for (const name of layers.filter(layer => filled.get(layer) !== shown.get(layer)))
        // Vega writes into rows and does not redraw old row objects with new values: it gets copies.
        view.data(
          name,
          (filled.get(name) ?? []).map(row => ({ ...row })),
        );
      view.run();
      logger.throwIfAny(`chart ${kind}`);
      return fluidSvg((view.scenegraph() as { root: SceneItem }).root, drawing);
    },
  };
}
