import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { spillFolder } from '../../warehouse/spill-folder.ts';
import type { Delivery } from '../../words/delivery.ts';
import type { Warehouse } from '../../words/stages.ts';
import { gunzip } from './gunzip.ts';
import { LIMITS } from './limits.ts';
import type { Limits } from './limits.ts';
import { unzip } from './unzip.ts';

/** How a delivery is packed, which its name says; null where it is not. */
export const packingOf = (name: string): 'gz' | 'zip' | null => (/\.gz$/i.test(name) ? 'gz' : /\.zip$/i.test(name) ? 'zip' : null);

/**
 * Calls `read` with the path of a delivery's bytes; of a packed one with that of a file in the warehouse's spill folder, which
 * is removed afterwards. Throws BrokenExtract for what cannot be unpacked.
 */
export async function withUnpacked<T>(
  { name, path, sha256 }: Pick<Delivery, 'name' | 'path' | 'sha256'>,
  entry: string | null,
  warehouse: Warehouse,
  read: (path: string) => Promise<T>,
  limits: Limits = LIMITS,
): Promise<T> {
  const packing = packingOf(name);
  if (packing === null) return read(path);
  const folder = await spillFolder(warehouse);
  const file = join(folder, `${sha256}.unpacked`);
  await mkdir(folder, { recursive: true });
  // Opened before anything is unpacked: a stream that opens its own file may create it after a fault has had it removed.
  const handle = await open(file, 'w');
  try {
    await pipeline(packing === 'gz' ? gunzip(path, limits) : unzip(path, entry, limits), handle.createWriteStream());
    return await read(file);
  } finally {
    await rm(file, { force: true });
  }
}
