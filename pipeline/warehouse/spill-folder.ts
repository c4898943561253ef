import type { Warehouse } from '../words/stages.ts';
import { rows } from './query.ts';

/** Where a warehouse puts what does not fit in memory; a folder that need not exist yet. */
export async function spillFolder(warehouse: Warehouse): Promise<string> {
  return String((await rows(warehouse, "select current_setting('temp_directory')"))[0]![0]);
}
