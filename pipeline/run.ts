import { join } from 'node:path';
import { EDITION_DATE_TOKEN, EDITION_TOKEN } from '../dashboards/edition.ts';
import type { Day } from './contract/period.ts';
import { realEffects, type Effects } from './effects/effects.ts';
import { extract } from './extract/extract.ts';
import { removeExpired } from './extract/remove-expired.ts';
import { judge } from './judge/judge.ts';
import { load } from './load/load.ts';
import { measure } from './measure/measure.ts';
import { model } from './model/model.ts';
import { countRun } from './occasions/count-run.ts';
import { editionInputs, sameInputs, sameProgram } from './occasions/edition-inputs.ts';
import { followUpFinding } from './occasions/follow-up-finding.ts';
import { lateSources } from './occasions/late-sources.ts';
import { followUpsBefore, followUpsDue, type Occasion } from './occasions/occasions.ts';
import { renderedContent } from './occasions/rendered-content.ts';
import { keepForRun, type Keep } from './occasions/keeping.ts';
import type { Built, Run } from './occasions/run.ts';
import { PrintError, printPages } from './print/print-pages.ts';
import { couldNotPrint, NO_PRINTING, printingOf } from './print/printing.ts';
import { protect } from './protect/protect.ts';
import { seeSame, shareRows } from './protect/share-rows.ts';
import { editionBefore, followUpEditions } from './publish/current.ts';
import { editionId } from './publish/edition-id.ts';
import { engineDigest, versions } from './publish/engine.ts';
import { keepRun, type RunWork } from './publish/keep-run.ts';
import { AUDIENCES, editionFolder, type AudienceTree } from './publish/publication.ts';
import { madeBefore } from './publish/made-before.ts';
import { publishEdition } from './publish/publish-edition.ts';
import { readManifest } from './publish/read-manifest.ts';
import { readEarlier, readTree } from './publish/read-tree.ts';
import { siteAssets } from './publish/site-assets.ts';
import { retireEditions } from './publish/retire-editions.ts';
import { renewedStatus, renewStatus } from './publish/status-file.ts';
import { readWithdrawals } from './publish/withdrawn.ts';
import { checkPlan } from './read/check-plan.ts';
import { jsonSchemas } from './read/json-schemas.ts';
import { readProject } from './read/read-project.ts';
import { rederive } from './rederive/rederive.ts';
import { manifestOf } from './render/manifest.ts';
import { shownFollowUps } from './render/shown-follow-ups.ts';
import { shownInputs } from './render/shown-inputs.ts';
import { nextDue } from './schedule/due.ts';
import { keepKeys, readKeys, type KeptKeys } from './state/kept-keys.ts';
import { readRuns } from './state/run-ledger.ts';
import { forgetExtracts } from './warehouse/kept-extracts.ts';
import { digestOf } from './words/digest.ts';
import { ExpectedError } from './words/expected-error.ts';
import { isHeldBy, type Finding } from './words/finding.ts';
import { localDay } from './words/local-day.ts';
import type { AudienceName, Project } from './words/project.ts';
import type { JudgedNow, RunOptions, RunResult } from './words/run.ts';
import type { PrintedReport, RenderInput } from './words/stages.ts';

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

/** load → model → measure → rederive, then for each audience protect → judge: what is to be drawn, or null where a finding holds the edition. */
export async function judgeOccasion(
  { project, deliveries, kept, folders, effects, printing, withdrawn }: Run,
  { asOf, followUp }: Occasion,
  before: string | null,
  reported: ReturnType<typeof followUpsBefore>,
  audiences: readonly AudienceName[] = AUDIENCES,
): Promise<Pick<JudgedNow, 'loaded' | 'findings' | 'given'>> {
  const warehouse = await kept.open();
  const key = digestOf([project.sources, deliveries, asOf]);
  const loaded = await kept.load(key, () => load(project, deliveries, asOf, warehouse, folders.state, effects));
  const modelled = await model(project, loaded, warehouse, effects, kept.answers.recall);
  const first = await measure(project, loaded, modelled, asOf, warehouse, effects, kept.answers.recall);
  const measured = await rederive(project, loaded, modelled, first, asOf, warehouse, effects, kept.answers.recall);
  const unprinted = printing.finding === null ? [] : [printing.finding];
  const findings = [...loaded.findings, ...modelled.findings, ...measured.findings, ...unprinted];
  if (isHeldBy(findings)) return { loaded, findings, given: null };

  const pdf = printing.browser !== null ? 'made' : printing.finding !== null ? 'left-out' : 'off';
  const given: RenderInput[] = [];
  for (const audience of audiences) {
    const editions = { before, followUps: reported.map(({ edition }) => edition), withdrawn: followUp === null ? withdrawn : [] };
    const said = await readEarlier(folders.dist, audience, editions, folder => kept.tree(folder, () => readTree(folder)));
    const cells = shareRows(await protect(project, loaded, measured, said, audience, effects, kept.answers.recallNow), given[0]?.cells);
    effects.log.step('judge.audience', audience);
    const same = given.find(other => seeSame(other.cells, cells));
    const judged =
      same?.judged ?? judge({ project, cells, sources: loaded.sources, hierarchies: modelled.hierarchies, asOf }, kept.answers.recallNow);
    given.push({ project, loaded, modelled, findings, cells, judged, earlier: said, asOf, followUp, pdf });
  }
  return { loaded, findings, given };
}

/** load → model → measure → rederive, then for each audience protect → judge → render, then publish. */
async function buildEdition(run: Run, occasion: Occasion): Promise<Built> {
  const { project, deliveries, effects, built } = run;
  const { browser } = run.printing;
  const program = { ...run.program, pdf: browser !== null };
  const { dist, state } = run.folders;
  const { asOf, followUp } = occasion;
  const reported = followUpsBefore(project.municipality, occasion, built);
  const current = followUp === null ? await editionBefore(dist) : null;
  const before = current ?? reported.at(-1)?.edition ?? null;
  const inputs = editionInputs(project, deliveries, occasion, program, {
    ...{ previous: before, followUps: reported },
    withdrawn: followUp === null ? run.withdrawn : [],
  });
  const earlier = current === null ? null : (await readManifest(`${editionFolder(dist, current)}/internal`)).inputs;
  const none = { findings: [], late: null, counts: null, content: null, loaded: null };
  if (earlier && sameInputs(earlier, inputs)) return { ...none, id: current, outcome: 'unchanged' };

  const { loaded, findings, given } = await judgeOccasion(run, occasion, before, reported);
  if (given === null) return { ...none, id: null, outcome: 'held', findings };
  const late = lateSources(loaded, asOf);
  const content = followUp === null ? renderedContent(given) : null;
  const last = (await readRuns(state)).findLast(entry => entry.content !== null && entry.edition === current);
  if (earlier && last?.content === content && sameProgram(earlier, inputs))
    return { id: current, outcome: 'unchanged', findings, late, counts: { ...countRun(given), pages: 0 }, content, loaded };

  const id = editionId(inputs);
  const status = renewedStatus(id, late, followUp === null ? nextDue(project.municipality, effects.now()) : null);
  // What draws pages is large, and loaded only when there is something to draw.
  const [assets, { drawersOf, render }, { auditFinding }] = await Promise.all([
    siteAssets(),
    import('./render/render.ts'),
    import('./audit/audit-finding.ts'),
  ]);
  const drawers = drawersOf(assets);
  const trees: Partial<Record<AudienceName, AudienceTree>> = {};
  const keys: Partial<Record<AudienceName, KeptKeys['keys'][AudienceName]>> = {};
  const keptKeys = current === null ? null : readKeys(state, current, digestOf(run.program));
  try {
    for (const input of given) {
      const { audience } = input.cells;
      const made = keptKeys === null ? undefined : await madeBefore(`${editionFolder(dist, current!)}/${audience}`, keptKeys[audience]);
      const { site, keys: own, ...tree } = await render(input, assets, await run.kept.open(), effects, id, made, drawers);
      const followUps = followUp === null ? shownFollowUps(input) : [];
      trees[audience] = {
        ...tree,
        manifest: manifestOf(id, shownInputs(inputs, input), site, loaded.sources, input.cells.metrics),
        status,
        followUps,
      };
      keys[audience] = own;
    }
  } finally {
    await drawers.end();
  }
  const tokens = { edition: EDITION_TOKEN, date: EDITION_DATE_TOKEN };
  const complete = trees as Record<AudienceName, AudienceTree>;
  const { complements, audit: onFinding } = project.municipality;
  const severity = onFinding === 'hold' ? 'hold-edition' : 'warn';
  const audit = complements ? (tree: string, audience: AudienceName) => auditFinding(tree, audience, severity) : null;
  const print = (reports: readonly PrintedReport[]): Promise<void> => printPages(browser!, reports, asOf);
  const publication = { dist, id, before, followUp: followUp?.id ?? null, date: asOf, tokens, trees: complete, audit, print };
  const found = await publishEdition(publication, effects).catch((error: unknown) => {
    if (error instanceof PrintError) return error;
    throw error;
  });
  if (found instanceof PrintError) return buildUnprinted(run, occasion, found);
  if (isHeldBy(found)) return { ...none, id: null, outcome: 'held', findings: [...findings, ...found] };
  if (followUp === null) keepKeys(state, { edition: id, program: digestOf(run.program), keys: keys as KeptKeys['keys'] });
  const { files, same } = complete.public;
  const pages = [...files, ...same].filter(({ path }) => path.endsWith('.html')).length;
  return { id, outcome: 'published', findings: [...findings, ...found], late, counts: { ...countRun(given), pages }, content, loaded };
}

/** An occasion whose reports could not be printed, built as where there is no browser. That they could not is told, also where nothing else has changed. */
async function buildUnprinted(run: Run, occasion: Occasion, { message }: PrintError): Promise<Built> {
  const printing = couldNotPrint(message);
  const built = await buildEdition({ ...run, printing }, occasion);
  const told = built.findings.some(({ code }) => code === printing.finding.code);
  return told ? built : { ...built, findings: [...built.findings, printing.finding] };
}
