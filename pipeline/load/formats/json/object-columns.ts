import type { Column } from '../../../words/source.ts';
import { matchHeader } from '../match-header.ts';
import type { Cell, RecordSink } from '../record-sink.ts';
import { NESTED } from '../record-sink.ts';
import { cellOf } from './json-cell.ts';
import type { Json } from './parse-json.ts';

type Members = ReadonlyMap<string, Json>;

/**
 * Gives the cells of objects, one by one, and at the end compares the keys of all of them with the declared columns. A column
 * names a key; where an object has no such key and the name has points, it is a path: `case.status` is the `status` of the
 * object under `case`. A key that is absent is an empty cell, and so is null anywhere on the way; what is no object on the way is NESTED.
 */
export class ObjectColumns {
  readonly #columns: readonly { header: string; path: readonly string[] }[];
  readonly #declared: readonly Column[];
  /** First keys of declared paths: an object there is read, and is nothing to warn about. */
  readonly #heads: ReadonlySet<string>;
  readonly #seen = new Set<string>();

  constructor(columns: readonly Column[]) {
    this.#declared = columns;
    this.#columns = columns.map(({ header }) => ({ header, path: header.split('.') }));
    this.#heads = new Set(this.#columns.filter(({ path }) => path.length > 1).map(({ path }) => path[0]!));
  }

  cellsOf(members: Members): Cell[] {
    for (const key of members.keys()) if (!this.#heads.has(key)) this.#seen.add(key);
    return this.#columns.map(({ header, path }) => {
      const value = members.has(header) || path.length === 1 ? members.get(header) : at(members, path);
      if (value === undefined) return null;
      this.#seen.add(header);
      return value === NESTED ? NESTED : cellOf(value);
    });
  }

  /** Throws BrokenExtract where no object had a declared column. To be asked only where there was an object. */
  check(notice: RecordSink['notice']): void {
    matchHeader([...this.#seen], this.#declared, 1, notice);
  }
}

/** The value under a path; undefined where a key is absent. */
function at(members: Members, path: readonly string[]): Json | typeof NESTED | undefined {
  let value: Json | undefined = members as Map<string, Json>;
  for (const key of path) {
    if (value === null || value === undefined) return value;
    if (!(value instanceof Map)) return NESTED;
    value = value.get(key);
  }
  return value;
}
