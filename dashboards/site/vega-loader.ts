/** Stands in for vega-loader in the browser: charts get their rows from the page, and nothing is loaded or parsed. */
export const loader = (): object => ({});

const unused = (): never => {
  throw new Error('charts load nothing');
};
export const read = unused;
export const responseType = unused;
