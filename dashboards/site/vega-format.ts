/** Stands in for vega-format in the browser: charts print their numbers and months themselves. */
export const defaultLocale = (): object => ({});
