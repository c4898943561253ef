import { Changes, Column } from './column.ts';
import { inverse, PRIME, times } from './modulo.ts';
import type { Sparse } from './sparse.ts';

/** What was shown, less what was shown before it, and the variable that it was taken to give. */
export interface Shown {
  variable: number;
  /** −1 / the variable's factor. */
  scale: number;
  column: Sparse;
}

/**
 * All that follows from what is shown by sums and differences, by right-looking elimination: the columns that are not yet decided, and
 * the secrets, hold what is left of them when everything shown is known. Modulo a prime, so that what is found to follow may rarely not
 * (a cell too many is hidden), and what does follow is found.
 */
export class Span {
  /** What is left of each column; null once it is decided. */
  readonly #left: (Column | null)[];
  readonly #isSecret: readonly boolean[];
  /** By variable, the columns that have it, and some that had: secrets, and others. */
  readonly #secrets: Having[];
  readonly #others: Having[];
  /** By variable, how many columns have it. */
  readonly #count: Int32Array;
  readonly #seen: Int32Array;
  #stamp = 0;
  readonly #changes = new Changes();
  readonly shown: Shown[] = [];

  constructor(variables: number, columns: readonly Sparse[], isSecret: readonly boolean[]) {
    this.#left = columns.map(column => new Column(column));
    this.#isSecret = isSecret;
    const none = (): Having[] => Array.from({ length: variables }, () => ({ columns: [], limit: 16 }));
    this.#secrets = none();
    this.#others = none();
    this.#count = new Int32Array(variables);
    this.#seen = new Int32Array(columns.length);
    for (const [i, { at }] of columns.entries()) for (const variable of at) this.#enter(variable, i);
  }

  /** Takes a column out, to be decided, and gives what is left of it. */
  take(column: number): Sparse {
    const left = this.#left[column]!.read();
    this.#left[column] = null;
    for (let i = 0; i < left.at.length; i++) this.#count[left.at[i]!]!--;
    return left;
  }

  /** True where a secret would follow if this were shown. */
  wouldTell(left: Sparse): boolean {
    return this.#secrets[this.#rarestOf(left, null)]!.columns.some(i => this.#left[i]!.isMultipleOf(left));
  }

  /**
   * Shows a combination: it is taken to give the variable that fewest columns have, and those are left with what it does not say. `mayGive`: by variable, 1
   * where it may be that one; null where any may.
   */
  show(left: Sparse, mayGive: Uint8Array | null): void {
    const variable = this.#rarestOf(left, mayGive);
    const scale = times(PRIME - 1, inverse(left.by[left.at.indexOf(variable)]!));
    for (const having of [this.#secrets[variable]!, this.#others[variable]!]) {
      this.#clear(having);
      for (const i of having.columns) {
        const factor = this.#left[i]!.factorOf(variable);
        if (factor !== 0) this.#add(i, times(factor, scale), left);
      }
      having.columns = [];
    }
    this.shown.push({ variable, scale, column: left });
  }

  #add(column: number, much: number, left: Sparse): void {
    const changes = this.#changes;
    this.#left[column]!.add(much, left, changes);
    for (let i = 0; i < changes.went; i++) this.#count[changes.gone[i]!]!--;
    for (let i = 0; i < changes.came; i++) this.#enter(changes.entered[i]!, column);
  }

  /** The variable that fewest columns have. */
  #rarestOf({ at }: Sparse, mayGive: Uint8Array | null): number {
    let rarest = -1;
    for (let i = 0; i < at.length; i++) {
      const variable = at[i]!;
      if (mayGive !== null && mayGive[variable] === 0) continue;
      if (rarest === -1 || this.#count[variable]! < this.#count[rarest]!) rarest = variable;
    }
    return rarest;
  }

  #enter(variable: number, column: number): void {
    this.#count[variable]!++;
    const having = (this.#isSecret[column] ? this.#secrets : this.#others)[variable]!;
    having.columns.push(column);
    if (having.columns.length < having.limit) return;
    this.#clear(having);
    having.limit = 2 * having.columns.length + 16;
  }

  /** Leaves each column once, and none that is decided. */
  #clear({ columns }: Having): void {
    const stamp = ++this.#stamp;
    let to = 0;
    for (const column of columns) {
      if (this.#left[column] === null || this.#seen[column] === stamp) continue;
      this.#seen[column] = stamp;
      columns[to++] = column;
    }
    columns.length = to;
  }
}

/** A list of columns, and how long it may be before it is cleared. */
interface Having {
  columns: number[];
  limit: number;
}
