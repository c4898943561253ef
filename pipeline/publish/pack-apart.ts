import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PackingAnswered, PackingAsked } from './pack-worker.ts';
import { packTree } from './packed-copies.ts';

/** What the thread runs, beside this file in the bundle; null where the sources run, which Node's threads do not read. */
const SCRIPT = import.meta.url.endsWith('.ts') ? null : new URL('./pack-worker.js', import.meta.url);

/**
 * `packTree` in a thread with a heap of its own: what a compressor takes outside the heap makes V8 clear all of it away, time and again, and
 * the run's holds every figure. Throws what it threw.
 */
export async function packApart(tree: string, made: Map<string, string>, script = SCRIPT): Promise<string[]> {
  if (script === null) return packTree(tree, made);
  const worker = new Worker(script, { workerData: { tree, made } satisfies PackingAsked });
  // An error of the thread is thrown by `once`.
  const [answered] = (await once(worker, 'message')) as [PackingAnswered];
  for (const [sha256, file] of answered.made) made.set(sha256, file);
  return answered.written;
}
