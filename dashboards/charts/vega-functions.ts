/** Stands in for vega-functions: those of its functions that the charts' compiled specs call. A test compares. */
export const functionContext = {
  isValid: (value: unknown): boolean => value !== null && value !== undefined && !Number.isNaN(value),
  toNumber: (value: unknown): number | null => (value === null || value === undefined || value === '' ? null : Number(value)),
};
