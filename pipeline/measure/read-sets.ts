import { run } from '../warehouse/query.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Unit } from './coverage.ts';
import type { WindowOf } from './windows.ts';

/** The distinct lists of finest periods that windows read, numbered, so that two windows that read the same are computed once. */
export interface ReadSets {
  sets: readonly (readonly Unit[])[];
  numberOf(units: readonly Unit[]): number;
}

export function readSetsOf(windows: Iterable<WindowOf>): ReadSets {
  const numbers = new Map<string, number>();
  const sets: (readonly Unit[])[] = [];
  const add = (units: readonly Unit[]): void => {
    const key = String(units);
    if (numbers.has(key)) return;
    numbers.set(key, sets.length);
    sets.push(units);
  };
  for (const { read, compared } of windows) {
    add(read);
    if (compared === null) continue;
    add(compared);
    add(compared.map(unit => unit - 12));
  }
  return { sets, numberOf: units => numbers.get(String(units))! };
}

/** `_reads`: which finest periods each numbered set reads. */
export async function createReadSets(warehouse: Warehouse, { sets }: ReadSets): Promise<void> {
  await run(warehouse, 'create or replace temp table _reads (read_set integer, unit integer)');
  const pairs = sets.flatMap((units, set) => units.map(unit => `(${set}, ${unit})`));
  if (pairs.length > 0) await run(warehouse, `insert into _reads values ${pairs.join(', ')}`);
}
