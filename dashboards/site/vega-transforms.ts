export { default as collect } from '../../node_modules/vega-transforms/src/Collect.js';
export { default as filter } from '../../node_modules/vega-transforms/src/Filter.js';
export { default as formula } from '../../node_modules/vega-transforms/src/Formula.js';
export { default as relay } from '../../node_modules/vega-transforms/src/Relay.js';
export { default as sieve } from '../../node_modules/vega-transforms/src/Sieve.js';
