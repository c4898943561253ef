/**
 * Compiled charts with shorter expressions: Vega's runtime caches an expression by its `code`, so the text must stay
 * distinct, but the interpreter reads only the tree. Each distinct code becomes a number, and locations in trees go.
 */
export function numberedCode<T>(charts: T): T {
  const numbers = new Map<string, number>();
  return JSON.parse(
    JSON.stringify(charts, (key, value: unknown) => {
      if (key === 'raw') return undefined;
      if (key !== 'code' || typeof value !== 'string') return value;
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      return String(numbers.get(value));
    }),
  ) as T;
}
