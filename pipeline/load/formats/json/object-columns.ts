import type { Column } from '../../../words/source.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { matchHeader, namesOf } from '../match-header.ts';
import type { Cell, RecordSink } from '../record-sink.ts';
import { NESTED } from '../record-sink.ts';
import { cellOf } from './json-cell.ts';
import type { Json } from './parse-json.ts';

type Members = ReadonlyMap<string, Json>;

const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * Gives the cells of objects, one by one, and at the end compares the keys of all of them with the declared columns. A column
 * names a key, by its header or an alias; where an object has no such key and the name has points, it is a path: `case.status`
 * is the `status` of the object under `case`. A key that is absent is an empty cell, and so is null anywhere on the way; what is no object on the way is NESTED.
 */
export class ObjectColumns {
  /** What each declared column may be called. */
  readonly #columns: readonly (readonly { name: string; path: readonly string[] }[])[];
  readonly #declared: readonly Column[];
  /** First keys of declared paths: an object there is read, and is nothing to warn about. */
  readonly #heads: ReadonlySet<string>;
  readonly #seen = new Set<string>();

  constructor(columns: readonly Column[]) {
    this.#declared = columns;
    this.#columns = columns.map(column => namesOf(column).map(name => ({ name, path: name.split('.') })));
    this.#heads = new Set(
      this.#columns
        .flat()
        .filter(({ path }) => path.length > 1)
        .map(({ path }) => path[0]!),
    );
  }

  /** Throws BrokenExtract where an object has a key twice, written in two ways. */
  cellsOf(object: Members): Cell[] {
    const members = composed(object);
    for (const key of members.keys()) if (!this.#heads.has(key)) this.#seen.add(key);
    return this.#columns.map(names => {
      let cell: Cell = null;
      for (const { name, path } of names) {
        const value = members.has(name) || path.length === 1 ? members.get(name) : at(members, path);
        if (value === undefined) continue;
        this.#seen.add(name);
        cell = value === NESTED ? NESTED : cellOf(value);
      }
      return cell;
    });
  }

  /** Throws BrokenExtract where no object had a declared column. To be asked only where there was an object. */
  check(notice: RecordSink['notice']): void {
    matchHeader([...this.#seen], this.#declared, 1, notice);
  }
}

/** An object with the letters of its keys composed (NFC), as columns are declared. */
function composed(members: Members): Members {
  if (![...members.keys()].some(key => BEYOND_ASCII.test(key))) return members;
  const known = new Map<string, Json>();
  for (const [key, value] of members) {
    const column = key.normalize('NFC');
    if (known.has(column)) throw new BrokenExtract(fault('duplicate-column', null, { column }));
    known.set(column, value);
  }
  return known;
}

/** The value under a path; undefined where a key is absent. */
function at(members: Members, path: readonly string[]): Json | typeof NESTED | undefined {
  let value: Json | undefined = members as Map<string, Json>;
  for (const key of path) {
    if (value === null || value === undefined) return value;
    if (!(value instanceof Map)) return NESTED;
    value = composed(value).get(key);
  }
  return value;
}
