// Other projects that import this file do not include the declarations of Vega's packages.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./modules.d.ts" />
import { datajoin, encode, scale, sortitems } from 'vega-encode';
import { collect, filter, formula, relay, sieve } from 'vega-transforms';
import { bound, mark, render, viewlayout } from 'vega-view-transforms';

/** The operators that the charts' compiled specs name: a test compares. Vega draws a wrong chart, silently, without one it needs. */
export const OPERATORS = { bound, collect, datajoin, encode, filter, formula, mark, relay, render, scale, sieve, sortitems, viewlayout };
