/** Variables that no sum tells apart are one unknown; unknowns that sums join are decided together. */
export interface Apart {
  /** How many unknowns are decided: those that some sum joins to a secret. */
  classes: number;
  isWithSecret(variable: number): boolean;
  /** The unknowns of a sum, ascending; of one that is joined to no secret, none. */
  classesOf(sum: ArrayLike<number>): Int32Array;
  /** The same of any variables; null where they are a part of an unknown only. */
  wholeClassesOf(variables: Int32Array): Int32Array | null;
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
  const asked = new Int32Array(classes);
  let turn = 0;
  const classesOf = (of: ArrayLike<number>): Int32Array => {
    turn++;
    const found: number[] = [];
    for (let i = 0; i < of.length; i++) {
      const own = numberOf(of[i]!);
      if (own === -1 || asked[own] === turn) continue;
      asked[own] = turn;
      found.push(own);
    }
    return Int32Array.from(found).sort();
  };
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
function refine(variables: number, sums: readonly ArrayLike<number>[]): { classOf: Int32Array; sizes: Int32Array } {
  const classOf = new Int32Array(variables);
  const [sizes, counts, split] = [new Int32Array(variables), new Int32Array(variables), new Int32Array(variables)];
  sizes[0] = variables;
  let classes = Math.min(1, variables);
  for (const sum of sums) {
    const met: number[] = [];
    for (let i = 0; i < sum.length; i++) if (counts[classOf[sum[i]!]!]!++ === 0) met.push(classOf[sum[i]!]!);
    const before = classes;
    for (const own of met) {
      const isWhole = counts[own] === sizes[own];
      split[own] = isWhole ? own : classes++;
      if (!isWhole) {
        sizes[split[own]] = counts[own]!;
        sizes[own]! -= counts[own]!;
      }
      counts[own] = 0;
    }
    if (classes > before) for (let i = 0; i < sum.length; i++) classOf[sum[i]!] = split[classOf[sum[i]!]!]!;
  }
  return { classOf, sizes: sizes.slice(0, classes) };
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
