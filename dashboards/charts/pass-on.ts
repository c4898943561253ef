import { Transform } from 'vega-dataflow';
import type { Pulse } from 'vega-dataflow';

/** Stands in for operators that measure, lay out and render, in the browser: charts are read from the scenegraph as it is encoded. */
export class PassOn extends Transform {
  constructor() {
    super(null);
  }

  transform(_: unknown, pulse: Pulse): Pulse {
    return pulse;
  }
}
