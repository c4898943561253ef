import type { Day } from '../contract/period.ts';
import { ExpectedError } from '../words/expected-error.ts';

/** Sources of kind `reference` that had not come at the date asked about: nothing can be placed without them. */
export class MissingReference extends ExpectedError {
  override readonly name: string = 'MissingReference';
  readonly sources: readonly string[];
  readonly asOf: Day;
  constructor(sources: readonly string[], asOf: Day) {
    super(`${sources.join(', ')}: no delivery received by ${asOf}; a source of kind reference needs one`);
    this.sources = sources;
    this.asOf = asOf;
  }
}
