import { Transform } from 'vega-dataflow';
import type { Pulse } from 'vega-dataflow';

interface Params {
  type: string;
  domain: readonly [number, number];
  range: readonly [number, number];
}

/** Stands in for Vega's `scale`: charts have linear scales alone, which are neither rounded nor extended. */
export class LinearScale extends Transform {
  constructor() {
    super(null);
    // As Vega's: what reads a scale reads it anew in each run.
    this.modified(true);
  }

  transform({ type, domain: [from, to], range: [start, end] }: Params, pulse: Pulse): Pulse {
    if (type !== 'linear') throw new Error(`no scale of type ${type}`);
    const span = to - from;
    this.value = (value: number): number => {
      const share = span === 0 ? 0.5 : (value - from) / span;
      return start * (1 - share) + end * share;
    };
    return pulse.fork(pulse.NO_SOURCE | pulse.NO_FIELDS);
  }
}
