/** Classes of a map: each has about as many areas as the others. */
const CLASSES = 5;

/** The least value of each class but the lowest, ascending; fewer where many areas have the same value. `values` as printed. */
export function classBreaks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const breaks = Array.from({ length: CLASSES - 1 }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / CLASSES)]);
  return [...new Set(breaks)].filter((value): value is number => value !== undefined && value > sorted[0]!);
}

/** The style of a value's class: `q1` is the lowest, `q5` the highest, whatever number of classes there is. */
export function classOf(value: number | null, breaks: readonly number[]): string {
  if (value === null) return 'na';
  return classAt(breaks.filter(least => value >= least).length, breaks.length + 1);
}

/** The style of the class at an index, the lowest 0. */
export const classAt = (index: number, count: number): string =>
  `q${count === 1 ? 3 : 1 + Math.round((index * (CLASSES - 1)) / (count - 1))}`;
