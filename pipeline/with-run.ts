import type { Day } from './contract/period.ts';
import type { Effects } from './effects/effects.ts';
import { extract } from './extract/extract.ts';
import { keepForRun, type Keep } from './occasions/keeping.ts';
import type { Run } from './occasions/run.ts';
import { NO_PRINTING } from './print/printing.ts';
import { followUpEditions } from './publish/current.ts';
import { engineDigest, versions } from './publish/engine.ts';
import { readWithdrawals } from './publish/withdrawn.ts';
import { readProject } from './read/read-project.ts';
import { localDay } from './words/local-day.ts';
import type { Project } from './words/project.ts';
import type { RunOptions } from './words/run.ts';

/** read → extract, and the warehouse, for as long as the work goes on. The day is the one asked for, the project's pinned one, or today. */
export async function withRun<T>(
  options: RunOptions,
  folders: Run['folders'],
  effects: Effects,
  work: (run: Run, today: Day) => Promise<T>,
  keep: Keep = keepForRun,
  narrow: (project: Project) => Project = project => project,
): Promise<T> {
  const started = effects.now();
  effects.log.step('read.project');
  const project = narrow(await readProject(options.project));
  const pinned = options.asOf ?? project.municipality.as_of;
  const fetch = pinned === null ? options.fetch : 'never';
  const deliveries = await extract(project, folders.state, effects, { rehash: options.rehash, fetch });
  const program = { engine: engineDigest(), versions: versions() };
  const kept = keep(folders.state, program, deliveries.deliveries);
  const built = new Map(await followUpEditions(folders.dist));
  const withdrawn = await readWithdrawals(folders.dist);
  try {
    const run = {
      project,
      deliveries,
      kept,
      folders,
      effects,
      program,
      mayRemove: options.asOf === null,
      printing: NO_PRINTING,
      built,
      withdrawn,
    };
    return await work(run, pinned ?? localDay(started, project.municipality.time_zone));
  } finally {
    await kept.end();
  }
}
