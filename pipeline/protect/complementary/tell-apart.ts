/** Variables that no sum tells apart are one unknown; unknowns that sums join are decided together. */
export interface Apart {
  /** How many unknowns are decided: those that some sum joins to a secret. */
  classes: number;
  isWithSecret(variable: number): boolean;
  /** The unknowns of a sum, ascending; of one that is joined to no secret, none. */
  classesOf(sum: Iterable<number>): number[];
  /** The same of any variables; null where they are a part of an unknown only. */
  wholeClassesOf(variables: Iterable<number>): number[] | null;
}

/** `sums` hold the variables of each sum, and `ties` those of both sides of a tie; `isSecret` is by sum. */
export function tellApart(
  variables: number,
  sums: readonly ArrayLike<number>[],
  isSecret: readonly boolean[],
  ties: readonly ArrayLike<number>[],
): Apart {
  const { classOf, sizes } = refine(variables, sums);
  const group = joined(sizes.length, [...sums, ...ties], classOf);
  const secret = new Set(sums.flatMap((sum, i) => (isSecret[i] && sum.length > 0 ? [group(classOf[sum[0]!]!)] : [])));
  const numbers = new Int32Array(sizes.length).fill(-1);
  let classes = 0;
  // By their first variable, so that they are numbered the same whatever order the sums came in.
  for (const own of classOf) if (numbers[own] === -1 && secret.has(group(own))) numbers[own] = classes++;
  const numberOf = (variable: number): number => numbers[classOf[variable]!]!;
  const classesOf = (of: Iterable<number>): number[] => [...new Set(Array.from(of, numberOf))].filter(n => n !== -1).sort((a, b) => a - b);
  return {
    classes,
    isWithSecret: variable => numberOf(variable) !== -1,
    classesOf,
    wholeClassesOf: of => {
      const counts = new Map<number, number>();
      for (const variable of of) counts.set(classOf[variable]!, (counts.get(classOf[variable]!) ?? 0) + 1);
      const isPart = [...counts].some(([own, count]) => numbers[own] !== -1 && count < sizes[own]!);
      return isPart ? null : classesOf(of);
    },
  };
}

/** Splits the variables by sum after sum. */
function refine(variables: number, sums: readonly ArrayLike<number>[]): { classOf: Int32Array; sizes: number[] } {
  const classOf = new Int32Array(variables);
  const sizes = [variables];
  for (const sum of sums) {
    const counts = new Map<number, number>();
    for (let i = 0; i < sum.length; i++) counts.set(classOf[sum[i]!]!, (counts.get(classOf[sum[i]!]!) ?? 0) + 1);
    const split = new Map<number, number>();
    for (const [own, count] of counts) {
      if (count === sizes[own]) continue;
      split.set(own, sizes.length);
      sizes[own]! -= count;
      sizes.push(count);
    }
    if (split.size === 0) continue;
    for (let i = 0; i < sum.length; i++) classOf[sum[i]!] = split.get(classOf[sum[i]!]!) ?? classOf[sum[i]!]!;
  }
  return { classOf, sizes };
}

/** Which group of classes each is in, where sums join those they have. */
function joined(classes: number, sums: readonly ArrayLike<number>[], classOf: Int32Array): (own: number) => number {
  const up = Int32Array.from({ length: classes }, (_, i) => i);
  const top = (own: number): number => {
    while (up[own] !== own) own = up[own] = up[up[own]!]!;
    return own;
  };
  for (const sum of sums) for (let i = 1; i < sum.length; i++) up[top(classOf[sum[i]!]!)] = top(classOf[sum[0]!]!);
  return top;
}
