/** Stands in for vega-functions in the browser: those of its functions that the charts' compiled specs call. A test compares. */
export const functionContext = {
  isValid: (value: unknown): boolean => value != null && !Number.isNaN(value),
  toNumber: (value: unknown): number | null => (value == null || value === '' ? null : Number(value)),
};
