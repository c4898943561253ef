import { isFailure } from '../messages/findings.ts';
import { keepSchedule } from '../schedule/keep-schedule.ts';
import type { ScheduleSettings } from '../schedule/keep-schedule.ts';
import { publishedTree } from '../serve/resolve-path.ts';
import { portFor, startServer } from '../serve/start-server.ts';
import { readRuns } from '../state/run-ledger.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { AudienceName, Project } from '../words/project.ts';
import type { RunOptions, RunResult } from '../words/run.ts';
import { interruptible } from './interruptible.ts';
import { expectProject } from './place.ts';
import { printProblems, printRun, problemsOf } from './print-run.ts';
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

/** Reads the project and lists every problem. 1 when there are any. */
export async function check(world: World, place: Place, json: boolean): Promise<number> {
  await expectProject(place.project);
  const project = await readOrProblems(world, place);
  const problems = [...project.problems, ...('sources' in project ? await world.checkCases(project, world.effects) : [])];
  if (json) world.out(`${JSON.stringify({ problems })}\n`);
  else if (problems.length > 0) world.out(`${printProblems(problems)}${problems.length} problem${problems.length === 1 ? '' : 's'}\n`);
  else if ('sources' in project)
    world.out(`no problems: ${project.sources.length} sources, ${project.metrics.length} metrics, ${project.plans.length} plan versions\n`);
  return problems.length === 0 ? 0 : 1;
}

/** The project; its problems alone where malbild.yaml cannot be read. */
async function readOrProblems(world: World, place: Place): Promise<Project | Pick<Project, 'problems'>> {
  try {
    return await world.readProject(place.project);
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    return { problems };
  }
}

/** Serves what is published until it is interrupted. */
export async function serve(world: World, place: Place, audience: AudienceName): Promise<number> {
  const port = portFor(audience, world.effects.environment);
  if ((await publishedTree(place.out, audience)) === null) throw new ExpectedError(texts.nothingPublished(place.out));
  const server = await startServer(place.out, audience, port, line => world.error(`${line}\n`));
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
  return serve(world, place, audience);
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
