// Other projects that import this file do not include the declarations of Vega's packages.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./vega-modules.d.ts" />
import type { Pulse } from 'vega-dataflow';
import { tupleid } from 'vega-dataflow';
import Relay from '../../node_modules/vega-transforms/src/Relay.js';

/** Vega's `relay`, which copies rows, without the key that it keeps for ever of each row that has been removed. */
export class LetGoRelay extends Relay {
  override transform(parameters: object, pulse: Pulse): Pulse | undefined {
    const out = super.transform(parameters, pulse);
    pulse.visit(pulse.REM, row => void Reflect.deleteProperty(this.value, tupleid(row)));
    return out;
  }
}
