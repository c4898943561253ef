type Scales = Readonly<Record<string, { value: (value: unknown) => unknown }>>;

/** What an encoder's expressions run in. */
interface Scope {
  context: { scales: Scales };
}

/** Stands in for vega-functions in the browser: those of its functions that the charts' compiled specs call. A test compares. */
export const functionContext = {
  isValid: (value: unknown): boolean => value !== null && value !== undefined && !Number.isNaN(value),
  toNumber: (value: unknown): number | null => (value === null || value === undefined || value === '' ? null : Number(value)),
  scale(this: Scope, name: string, value: unknown, group?: Scope): unknown {
    return (group ?? this).context.scales[name]?.value(value);
  },
};
