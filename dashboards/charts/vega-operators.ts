// Other projects that import this file do not include the declarations of Vega's packages.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./vega-modules.d.ts" />
import datajoin from '../../node_modules/vega-encode/src/DataJoin.js';
import encode from '../../node_modules/vega-encode/src/Encode.js';
import sortitems from '../../node_modules/vega-encode/src/SortItems.js';
import collect from '../../node_modules/vega-transforms/src/Collect.js';
import filter from '../../node_modules/vega-transforms/src/Filter.js';
import formula from '../../node_modules/vega-transforms/src/Formula.js';
import sieve from '../../node_modules/vega-transforms/src/Sieve.js';
import mark from '../../node_modules/vega-view-transforms/src/Mark.js';
import { LetGoRelay as relay } from './let-go-relay.ts';
import { LinearScale as scale } from './linear-scale.ts';
import { PassOn } from './pass-on.ts';

/**
 * The operators that the charts' compiled specs name: a test compares. Vega draws a wrong chart, silently, without one it
 * needs. They are read from their own files, since the indexes of their packages register every operator there is.
 */
export const OPERATORS = {
  bound: PassOn,
  collect,
  datajoin,
  encode,
  filter,
  formula,
  mark,
  relay,
  render: PassOn,
  scale,
  sieve,
  sortitems,
  viewlayout: PassOn,
};
