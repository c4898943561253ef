import { inverse, PRIME, times } from './modulo.ts';
import { add, factorOf, isProportional, type Changes, type Sparse } from './sparse.ts';

/**
 * All that follows from what is shown by sums and differences, by right-looking elimination: the columns that are not yet decided, and
 * the secrets, hold what is left of them when everything shown is known. Modulo a prime, so that what is found to follow may rarely not
 * (a cell too many is hidden), and what does follow is found.
 */
export class Span {
  /** What is left of each column; null once it is decided. */
  readonly #left: (Sparse | null)[];
  readonly #isSecret: readonly boolean[];
  /** By variable, the columns that have it, and some that had. */
  readonly #having: number[][];
  /** By variable, how many columns have it. */
  readonly #count: Int32Array;
  readonly #seen: Int32Array;
  #stamp = 0;
  /** What was shown, each less what was shown before it, and the variable that it was taken to give. */
  readonly shown: { variable: number; column: Sparse }[] = [];

  constructor(variables: number, columns: readonly Sparse[], isSecret: readonly boolean[]) {
    this.#left = [...columns];
    this.#isSecret = isSecret;
    this.#having = Array.from({ length: variables }, () => []);
    for (const [i, { at }] of columns.entries()) for (const variable of at) this.#having[variable]!.push(i);
    this.#count = Int32Array.from(this.#having, list => list.length);
    this.#seen = new Int32Array(columns.length);
  }

  /** Takes a column out, to be decided, and gives what is left of it. */
  take(column: number): Sparse {
    const left = this.#left[column]!;
    this.#left[column] = null;
    for (const variable of left.at) this.#count[variable]!--;
    return left;
  }

  /** True where a secret would follow if this were shown. */
  wouldTell(left: Sparse): boolean {
    const rarest = left.at.reduce((a, b) => (this.#count[b]! < this.#count[a]! ? b : a));
    return this.#having[rarest]!.some(i => {
      const other = this.#left[i];
      return this.#isSecret[i] && other !== null && other !== undefined && isProportional(left, other);
    });
  }

  /** Shows a combination: every column that has `pick` is left with what it does not say. `mayPick`: the variables to choose it from. */
  show(column: Sparse, mayPick: (variable: number) => boolean): void {
    let pick = -1;
    for (const variable of column.at)
      if (mayPick(variable) && (pick === -1 || this.#count[variable]! < this.#count[pick]!)) pick = variable;
    const whole = times(PRIME - 1, inverse(factorOf(column, pick)));
    let at = -1;
    const changes: Changes = {
      entered: variable => this.#enter(variable, at),
      gone: variable => {
        this.#count[variable]!--;
      },
    };
    this.#stamp++;
    for (const i of this.#having[pick]!) {
      if (this.#seen[i] === this.#stamp) continue;
      this.#seen[i] = this.#stamp;
      const left = this.#left[i];
      const factor = left ? factorOf(left, pick) : 0;
      if (!left || factor === 0) continue;
      at = i;
      this.#left[i] = add(left, times(factor, whole), column, changes);
    }
    this.#having[pick] = [];
    this.shown.push({ variable: pick, column });
  }

  /** A list is cleared of columns that had the variable when they are most of it. */
  #enter(variable: number, column: number): void {
    const list = this.#having[variable]!;
    list.push(column);
    const count = ++this.#count[variable]!;
    if (list.length < 4 * count + 8) return;
    this.#having[variable] = [...new Set(list)].filter(i => i === column || (this.#left[i] && factorOf(this.#left[i]!, variable) !== 0));
  }
}
