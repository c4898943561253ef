import type { Warehouse } from '../words/stages.ts';
import { columns } from '../warehouse/query.ts';

/** What one aggregate gives for each cell over each set of finest periods. */
export class Values {
  readonly #cells: number;
  readonly #texts: (string | null | undefined)[];

  constructor({ readSets, cells }: { readSets: number; cells: number }) {
    this.#cells = cells;
    this.#texts = new Array<undefined>(readSets * cells).fill(undefined);
  }

  set(readSet: number, cell: number, text: string | null): void {
    this.#texts[readSet * this.#cells + cell] = text;
  }

  /** An exact decimal as text; null where no row passes. Cells that no fact was seen in have other numbers than the rest. */
  at(readSet: number, cell: number): string | null {
    return this.#find(readSet, cell) ?? null;
  }

  /** True where there are facts, whether or not one passes. */
  has(readSet: number, cell: number): boolean {
    return this.#find(readSet, cell) !== undefined;
  }

  #find(readSet: number, cell: number): string | null | undefined {
    return cell < 0 || cell >= this.#cells ? undefined : this.#texts[readSet * this.#cells + cell];
  }
}

/** The values of a query that gives (read set, cell, text …), `width` texts. */
export async function valuesIn(
  warehouse: Warehouse,
  sql: string,
  size: { readSets: number; cells: number },
  width: number,
): Promise<Values[]> {
  const [sets = [], cells = [], ...texts] = await columns(warehouse, sql);
  return Array.from({ length: width }, (_, i) => {
    const values = new Values(size);
    const column = texts[i] as (string | null)[];
    for (const [row, text] of column.entries()) values.set(Number(sets[row]), Number(cells[row]), text);
    return values;
  });
}
