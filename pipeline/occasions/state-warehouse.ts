import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionInputs } from '../contract/manifest.ts';
import { forgetExtracts } from '../warehouse/kept-extracts.ts';
import { openWarehouse } from '../warehouse/open.ts';
import type { Delivery } from '../words/delivery.ts';
import type { Warehouse } from '../words/stages.ts';

export interface StateWarehouse {
  /** The warehouse, opened when it is first asked for: a run that finds nothing new never asks. */
  open(): Promise<Warehouse>;
  close(): Promise<void>;
}

/**
 * The warehouse of a state folder, with what earlier runs of this program loaded. Extracts whose time has passed are not in
 * it, though a run died before it had taken them out; nor is what a killed run spilled.
 */
export function stateWarehouse(
  state: string,
  { engine, versions }: Pick<EditionInputs, 'engine' | 'versions'>,
  deliveries: readonly Delivery[],
): StateWarehouse {
  const open = async (): Promise<Warehouse> => {
    const spill = join(state, 'spill');
    await rm(spill, { recursive: true, force: true });
    const warehouse = await openWarehouse(spill, { path: join(state, 'warehouse.duckdb'), engine: `${engine} ${versions.lockfile}` });
    await forgetExtracts(
      warehouse,
      deliveries.filter(({ removed }) => removed),
    );
    return warehouse;
  };
  let opened: Promise<Warehouse> | null = null;
  return {
    open: () => (opened ??= open()),
    close: async () => (await opened)?.closeSync(),
  };
}
