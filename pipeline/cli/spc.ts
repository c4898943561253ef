import { resolve } from 'node:path';
import { judgeSeries } from '../spc/judge-series.ts';
import { readSeries, type WrittenSeries } from '../spc/read-series.ts';
import type { World } from './world.ts';

/**
 * Prints a file's series with limits, special causes, point types and assurance, as JSON in the shape that was read; what else
 * the file said of a series stands there still.
 */
export async function spc(world: World, file: string): Promise<number> {
  const read = await readSeries(resolve(world.cwd, file));
  const judged = (series: WrittenSeries) => ({ ...series, ...judgeSeries(series) });
  world.out(`${JSON.stringify(Array.isArray(read) ? read.map(judged) : judged(read), null, 2)}\n`);
  return 0;
}
