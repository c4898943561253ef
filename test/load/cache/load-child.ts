import { readFileSync } from 'node:fs';
import type { Warehouse } from '../../../pipeline/words/stages.ts';
import { sourcesRead } from './kinds-of-source.ts';
import { deliver, loadIn, openIn } from './load-deliveries.ts';
import { SOME } from './some-deliveries.ts';
import type { Way } from './kinds-of-source.ts';

/**
 * Loads, in a process of its own, the deliveries of every kind of source into the cache in a folder. The first argument is a file that
 * says where it kills itself: at a step, or while a statement is running, by its number from 0.
 */
const { folder, way, step, statement } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as {
  folder: string;
  way: Way;
  step: string | null;
  statement: number | null;
};
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const sources = sourcesRead(way);
const deliveries = await deliver(folder, sources, SOME);
const warehouse = await openIn(folder, 'file', way === 'csv in bulk');
let count = 0;
for (const name of ['run', 'runAndReadAll'] as const) {
  const ask = warehouse[name].bind(warehouse) as (...args: unknown[]) => Promise<unknown>;
  (warehouse as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
    const answer = ask(...args);
    if (count++ === statement) die();
    return answer;
  };
}
await loadIn(folder, warehouse satisfies Warehouse, sources, deliveries, { step: name => (name === step ? die() : undefined) });
warehouse.closeSync();
