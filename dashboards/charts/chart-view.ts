import { changeset, Dataflow } from 'vega-dataflow';
import { context } from 'vega-runtime';
import type { RuntimeContext } from 'vega-runtime';
import { Scenegraph } from 'vega-scenegraph';
import type { ChartView } from './chart-engine.ts';
import type { CollectingLogger } from './collecting-logger.ts';
import { functionContext } from './vega-functions.ts';
import { OPERATORS } from './vega-operators.ts';

/** How many removed marks a layer holds before it lets go of them; Vega's own 10 000 of each layer is many megabytes of charts that are gone. */
const MOST_REMOVED = 200;

/**
 * What Vega's View does with renderer `none`: runs a compiled chart over its data into a scenegraph. Rendering, events,
 * sizes and bounds, which charts here have no use for, are left out. A test compares what it draws with what Vega's draws.
 */
export class SmallView extends Dataflow implements ChartView {
  readonly #scenegraph = new Scenegraph();
  readonly #runtime: RuntimeContext;

  /** `expressions`: what Vega's runtime makes of a chart's expressions; not given where their code may be run as it is, as at build. */
  constructor(runtime: object, logger: CollectingLogger, expressions?: object) {
    super();
    this.cleanThreshold = MOST_REMOVED;
    this.logger(logger);
    this.#runtime = context(this, OPERATORS, functionContext, expressions).parse(runtime);
    const { root } = this.#scenegraph;
    const { input } = this.#runtime.data.root!;
    this.#runtime.root.set(root);
    root.source = input;
    this.pulse(input, changeset().insert(root.items));
  }

  scenegraph(): Scenegraph {
    return this.#scenegraph;
  }

  height(height: number): void {
    this.signal('height', height);
  }

  signal(name: string, value: unknown): void {
    const signal = this.#runtime.signals[name];
    if (signal === undefined) throw new Error(`no signal ${name}`);
    this.update(signal, value);
  }

  /** Replaces the rows of a data set. */
  data(name: string, rows: object[]): void {
    const data = this.#runtime.data[name];
    if (data === undefined) throw new Error(`no data set ${name}`);
    this.pulse(
      data.input,
      changeset()
        .remove(() => true)
        .insert(rows),
    );
  }
}
