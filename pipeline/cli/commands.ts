import { isFailure } from '../messages/findings.ts';
import { keepSchedule } from '../schedule/keep-schedule.ts';
import type { ScheduleSettings } from '../schedule/keep-schedule.ts';
import { publishedTree } from '../serve/resolve-path.ts';
import { portFor, startServer } from '../serve/start-server.ts';
import { readRuns } from '../state/run-ledger.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { AudienceName } from '../words/project.ts';
import type { RunOptions, RunResult } from '../words/run.ts';
import { interruptible } from './interruptible.ts';
import { expectProject } from './place.ts';
import { printRun } from './print-run.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

type RunChoices = Pick<RunOptions, 'asOf' | 'rehash' | 'fetch'>;

/** Runs the pipeline once and says what came of it. 1 when it failed, was held, or left out what a broken file declares. */
export async function run(world: World, place: Place, choices: RunChoices, json: boolean): Promise<number> {
  await expectProject(place.project);
  const result = await runOnce(world, place, choices);
  world.out(json ? `${JSON.stringify(result)}\n` : printRun(result));
  return exitCode(result);
}

/** Serves what is published until it is interrupted: to everyone, or to those whose requests carry a header that a sign-on's proxy sets. */
export async function serve(world: World, place: Place, audience: AudienceName, requiredHeader: string | null): Promise<number> {
  const port = portFor(audience, world.effects.environment);
  if ((await publishedTree(place.out, audience)) === null) throw new ExpectedError(texts.nothingPublished(place.out));
  const server = await startServer({ dist: place.out, audience, requiredHeader }, port, line => world.error(`${line}\n`));
  world.out(`${texts.serving(audience, server.address)}\n`);
  await ended(world.interrupted);
  await server.stop();
  return 0;
}

/** Runs by the project's schedule until it is interrupted; a run that fails is told, and the schedule goes on. */
export async function schedule(world: World, place: Place, choices: RunChoices): Promise<number> {
  await expectProject(place.project);
  await keepSchedule({
    settings: () => settingsOf(world, place),
    lastStarted: async () => {
      const started = (await readRuns(place.state)).map(record => Date.parse(record.started));
      return started.length === 0 ? null : new Date(Math.max(...started));
    },
    run: async () => world.out(printRun(await runOnce(world, place, choices))),
    now: () => world.effects.now(),
    alarm: world.alarm,
    tell: line => world.out(`${line}\n`),
    signal: world.interrupted,
  });
  return 0;
}

/** Runs once, then serves: the new edition, or the last good one when the run made none. */
export async function start(world: World, place: Place, choices: RunChoices, audience: AudienceName): Promise<number> {
  await expectProject(place.project);
  try {
    const result = await runOnce(world, place, choices);
    world.out(printRun(result));
    if (result.outcome === 'failed' || result.outcome === 'held') world.error(`${texts.servingEarlier}\n`);
  } catch (error) {
    if (!(error instanceof ExpectedError) || world.interrupted.aborted || (await publishedTree(place.out, audience)) === null) throw error;
    world.error(`${error.message}\n${texts.servingEarlier}\n`);
  }
  return serve(world, place, audience, null);
}

/** One run, which an interruption ends between two steps. */
async function runOnce(world: World, place: Place, choices: RunChoices): Promise<RunResult> {
  try {
    return await world.run({ project: place.project, out: place.out, ...choices }, interruptible(world.effects, world.interrupted));
  } finally {
    world.endProgress();
  }
}

const exitCode = ({ outcome, problems, findings }: RunResult): number =>
  (outcome === 'published' || outcome === 'unchanged') && problems.length === 0 && !findings.some(isFailure) ? 0 : 1;

async function settingsOf(world: World, place: Place): Promise<ScheduleSettings> {
  const { municipality } = await world.readProject(place.project);
  if (municipality.schedule === null) throw new ExpectedError(texts.noSchedule(place.project));
  return { cron: municipality.schedule.cron, timeZone: municipality.time_zone };
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
