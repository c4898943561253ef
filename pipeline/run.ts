import { join } from 'node:path';
import { buildEdition } from './build-edition.ts';
import { withRun } from './with-run.ts';
import type { Day } from './contract/period.ts';
import { realEffects, type Effects } from './effects/effects.ts';
import { removeExpired } from './extract/remove-expired.ts';
import { followUpFinding } from './occasions/follow-up-finding.ts';
import { followUpsDue } from './occasions/occasions.ts';
import type { Run } from './occasions/run.ts';
import { printingOf } from './print/printing.ts';
import { editionBefore } from './publish/current.ts';
import { keepRun, type RunWork } from './publish/keep-run.ts';
import { retireEditions } from './publish/retire-editions.ts';
import { renewStatus } from './publish/status-file.ts';
import { checkPlan } from './read/check-plan.ts';
import { jsonSchemas } from './read/json-schemas.ts';
import { readProject } from './read/read-project.ts';
import { nextDue } from './schedule/due.ts';
import { forgetExtracts } from './warehouse/kept-extracts.ts';
import { ExpectedError } from './words/expected-error.ts';
import type { Finding } from './words/finding.ts';
import type { RunOptions, RunResult } from './words/run.ts';

export { checkPlan, jsonSchemas, readProject };

/**
 * One execution of the pipeline:
 *
 *   read → extract → for each follow-up without an edition, then for now: load → model → measure → rederive → (protect → judge →
 *   render) for each audience → publish
 *
 * Throws ProjectError where `malbild.yaml` cannot be read, and ExpectedError for what else stops a run; readers then keep
 * the last good edition.
 */
export async function runPipeline(options: RunOptions, given: Effects = realEffects()): Promise<RunResult> {
  const started = given.now();
  let at = 'read.project';
  const effects: Effects = { ...given, log: { step: (name, detail) => given.log.step((at = name), detail) } };
  const folders = { state: join(options.project, '.malbild'), dist: options.out };
  const work = (run: Run, today: Day): Promise<RunWork> => {
    const printing = printingOf(run.project.municipality, effects.environment);
    return buildAll({ ...run, printing }, today, started);
  };
  return keepRun(
    folders,
    effects,
    () => at,
    () => withRun(options, folders, effects, work),
  );
}

/** The follow-ups that have no edition, and then now. A follow-up that cannot be built is a finding. */
async function buildAll(run: Run, asOf: Day, started: Date): Promise<RunWork> {
  const { project, deliveries, folders, effects, built } = run;
  const followUps: string[] = [];
  const findings: Finding[] = [];
  const settled = new Set([...built.keys(), ...run.withdrawn.map(({ follow_up }) => follow_up ?? '')]);
  for (const occasion of followUpsDue(project.municipality, asOf, settled)) {
    const { id } = occasion.followUp;
    try {
      const edition = await buildEdition(run, occasion);
      if (edition.id === null) findings.push(followUpFinding(occasion, edition.findings.map(finding => finding.code).join(', ')));
      else built.set(id, edition.id);
      if (edition.id !== null) followUps.push(id);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      findings.push(followUpFinding(occasion, error.message));
    }
  }
  const now = await buildEdition(run, { asOf, followUp: null });
  // A past day's run, or a follow-up that is still to be built, may need what today no longer does.
  if (now.loaded && run.mayRemove && findings.length === 0)
    await forgetExtracts(await run.kept.open(), await removeExpired(now.loaded, deliveries, folders.state, asOf, effects));
  if (now.loaded) await run.kept.answers.forgetUnused();
  const { retention_months: months } = project.municipality;
  if (months !== null && run.mayRemove && now.outcome !== 'held') await retireEditions(folders.dist, months, asOf, effects);
  if (now.outcome === 'unchanged') await renewStatus(folders.dist, now.id!, now.late, nextDue(project.municipality, effects.now()));
  const result: RunResult = {
    outcome: now.outcome,
    edition: await editionBefore(folders.dist),
    followUps,
    problems: project.problems,
    findings: [...findings, ...now.findings],
    counts: now.counts,
    seconds: (effects.now().getTime() - started.getTime()) / 1000,
  };
  return { result, content: now.content };
}
