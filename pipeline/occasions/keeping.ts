import { join } from 'node:path';
import type { EditionInputs } from '../contract/manifest.ts';
import { keptAnswers, type KeptAnswers } from '../state/kept-answers.ts';
import type { Delivery } from '../words/delivery.ts';
import type { EarlierTree, Loaded, Warehouse } from '../words/stages.ts';
import { stateWarehouse } from './state-warehouse.ts';

/** What a run has of earlier ones: the warehouse, what was worked out, and what was loaded. */
export interface Keeping {
  /** The warehouse, opened when it is first asked for: a run that finds nothing new never asks. */
  open(): Promise<Warehouse>;
  answers: KeptAnswers;
  /** What is loaded, by all that it rests on; in the same warehouse the same need not be loaded twice. */
  load(key: string, make: () => Promise<Loaded>): Promise<Loaded>;
  /** An edition's tree, which never changes. */
  tree(folder: string, read: () => Promise<EarlierTree>): Promise<EarlierTree>;
  /** What is to be done when the run has ended. */
  end(): Promise<void>;
}

/** How a run gets what it has of earlier ones, once it knows the deliveries. */
export type Keep = (state: string, program: Pick<EditionInputs, 'engine' | 'versions'>, deliveries: readonly Delivery[]) => Keeping;

/** For one run in a process. */
export const keepForRun: Keep = (state, program, deliveries) => {
  const { open, close } = stateWarehouse(state, program, deliveries);
  const { engine, versions } = program;
  const answers = keptAnswers(join(state, 'answers'), `${engine} ${versions.lockfile} ${versions.node}`);
  return { open, answers, load: (_key, make) => make(), tree: (_folder, read) => read(), end: close };
};

/** For looking at one project again and again in a process, which is alone with its state: the warehouse stays open until `close`. */
export function keepBetweenLooks(): { keep: Keep; close(): Promise<void> } {
  let kept: Keeping | null = null;
  let loaded: { key: string; value: Loaded } | null = null;
  let trees = new Map<string, Promise<EarlierTree>>();
  const keep: Keep = (...state) => {
    kept ??= keepForRun(...state);
    const { open, answers } = kept;
    const load: Keeping['load'] = async (key, make) => {
      if (loaded?.key !== key) {
        loaded = null;
        loaded = { key, value: await make() };
      }
      return loaded.value;
    };
    const asked = new Map<string, Promise<EarlierTree>>();
    const tree: Keeping['tree'] = (folder, read) => {
      const known = trees.get(folder) ?? read();
      asked.set(folder, known);
      known.catch(() => asked.delete(folder));
      return known;
    };
    const end = async () => {
      trees = asked;
      await answers.forgetUnused();
    };
    return { open, answers, load, tree, end };
  };
  return { keep, close: async () => kept?.end() };
}
