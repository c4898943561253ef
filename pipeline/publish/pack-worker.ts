// Runs in a thread of its own: makes a tree's compressed copies.
import { parentPort, workerData } from 'node:worker_threads';
import { packTree } from './packed-copies.ts';

/** The tree, and where files with the same bytes have their copies, by sha256. */
export interface PackingAsked {
  tree: string;
  made: Map<string, string>;
}

/** What was written, and the map with what was added to it. */
export interface PackingAnswered {
  written: string[];
  made: Map<string, string>;
}

const { tree, made } = workerData as PackingAsked;
parentPort!.postMessage({ written: await packTree(tree, made), made } satisfies PackingAnswered);
