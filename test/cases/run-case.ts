import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Effects } from '../../pipeline/effects/effects.ts';
import { runPipeline } from '../../pipeline/run.ts';
import type { RunResult } from '../../pipeline/words/run.ts';
import { effectsAt } from '../effects-at.ts';

export const casesFolder = fileURLToPath(new URL('.', import.meta.url));

/** A moment long after every case's `as_of`, so that nothing depends on the day the tests run. */
const effects: Effects = effectsAt(new Date('2027-01-15T09:00:00Z'));

export interface CaseRun {
  project: string;
  dist: string;
  /** What the run gave, or the error that stopped it. */
  result: RunResult | Error;
  /** Runs the same folder once more. */
  again(): Promise<RunResult>;
  remove(): Promise<void>;
}

/** Runs a whole small municipality in a folder of its own, so that the case is left as it is. */
export async function runCase(name: string): Promise<CaseRun> {
  const project = await mkdtemp(join(tmpdir(), `malbild-${name}-`));
  await cp(join(casesFolder, name), project, { recursive: true });
  const dist = join(project, 'dist');
  const run = () => runPipeline({ project, out: dist, asOf: null, rehash: false }, effects);
  const result = await run().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  return { project, dist, result, again: run, remove: () => rm(project, { recursive: true, force: true }) };
}
