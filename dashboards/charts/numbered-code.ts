/** Charts whose expressions are numbers, and the code that each number stands for. */
export interface NumberedCharts<T> {
  charts: T;
  codes: readonly string[];
}

/**
 * Takes the code of compiled charts out of them, each distinct one once: a page's content security policy lets no code be made of text, so that the build
 * writes it into a script. The trees that stand beside the code go.
 */
export function numberedCode<T>(charts: T): NumberedCharts<T> {
  const numbers = new Map<string, number>();
  const numbered = JSON.stringify(charts, (key, value: unknown) => {
    if (key === 'ast') return undefined;
    if (key !== 'code' || typeof value !== 'string') return value;
    if (!numbers.has(value)) numbers.set(value, numbers.size);
    return String(numbers.get(value));
  });
  return { charts: JSON.parse(numbered) as T, codes: [...numbers.keys()] };
}
