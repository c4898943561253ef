import { join } from 'node:path';
import type { Day } from './contract/period.ts';
import type { Effects } from './effects/effects.ts';
import { keepForRun, type Keep } from './occasions/keeping.ts';
import { followUpsBefore, type Occasion } from './occasions/occasions.ts';
import type { Run } from './occasions/run.ts';
import { editionBefore } from './publish/current.ts';
import { AUDIENCES } from './publish/publication.ts';
import { siteAssets } from './publish/site-assets.ts';
import { judgeOccasion } from './judge-occasion.ts';
import { takeLock } from './state/lock.ts';
import type { AudienceName, Project } from './words/project.ts';
import type { DrawnNow, DrawNow, JudgedNow, JudgeNow, RunOptions } from './words/run.ts';
import { withRun } from './with-run.ts';

/**
 * What a run would show now, for each audience, as far as it can be known before anything is drawn: nothing is fetched and
 * nothing is published. `narrow` leaves out what is not asked about, `audiences` who. Throws what `runPipeline` throws, LockHeldError among it.
 */
export const judgeNow: JudgeNow = async (options, effects, narrow, audiences) => {
  const lock = await takeLock(join(options.project, '.malbild'), 'malbild', effects.now());
  try {
    return await look(options, effects, keepForRun, narrow, audiences);
  } finally {
    lock.release();
  }
};

/** What a run would show one audience now, drawn page by page as it is asked for. Throws what `judgeNow` throws. */
export const drawNow: DrawNow = async (options, effects, audience) => {
  const lock = await takeLock(join(options.project, '.malbild'), 'malbild', effects.now());
  try {
    return await drawOnDemand(options, effects, keepForRun, audience);
  } finally {
    lock.release();
  }
};

/** What would be published for one audience, drawn page by page as it is asked for; for whoever holds the lock of the project's state. */
export async function drawOnDemand(options: RunOptions, effects: Effects, keep: Keep, audience: AudienceName): Promise<DrawnNow> {
  const judged = await look(options, effects, keep, project => project, [audience]);
  if (judged.given === null) return { ...judged, find: null };
  const [assets, { siteOnDemand }] = await Promise.all([siteAssets(), import('./render/site-on-demand.ts')]);
  return { ...judged, find: await siteOnDemand(judged.given[0]!, assets) };
}

async function look(
  options: RunOptions,
  effects: Effects,
  keep: Keep,
  narrow?: (project: Project) => Project,
  audiences: readonly AudienceName[] = AUDIENCES,
): Promise<JudgedNow> {
  const folders = { state: join(options.project, '.malbild'), dist: options.out };
  const work = async (run: Run, asOf: Day): Promise<JudgedNow> => {
    const occasion: Occasion = { asOf, followUp: null };
    const edition = await editionBefore(folders.dist);
    const reported = followUpsBefore(run.project.municipality, occasion, run.built);
    return { project: run.project, edition, asOf, ...(await judgeOccasion(run, occasion, edition, reported, audiences)) };
  };
  return withRun({ ...options, fetch: 'never' }, folders, effects, work, keep, narrow);
}
