import { EDITION_DATE_TOKEN, EDITION_TOKEN } from '../dashboards/edition.ts';
import { judgeOccasion } from './judge-occasion.ts';
import type { EditionInputs, StatusFile } from './contract/manifest.ts';
import { countRun } from './occasions/count-run.ts';
import { editionInputs, sameInputs, sameProgram } from './occasions/edition-inputs.ts';
import { isMeasured } from './occasions/is-measured.ts';
import { lateSources } from './occasions/late-sources.ts';
import { followUpsBefore, type Occasion } from './occasions/occasions.ts';
import { renderedContent } from './occasions/rendered-content.ts';
import type { Built, Run } from './occasions/run.ts';
import { PrintError, printPages } from './print/print-pages.ts';
import { couldNotPrint } from './print/printing.ts';
import { editionBefore } from './publish/current.ts';
import { editionId } from './publish/edition-id.ts';
import { editionFolder, type AudienceTree, type Publication } from './publish/publication.ts';
import { madeBefore } from './publish/made-before.ts';
import { publishEdition } from './publish/publish-edition.ts';
import { readManifest } from './publish/read-manifest.ts';
import { siteAssets } from './publish/site-assets.ts';
import { renewedStatus } from './publish/status-file.ts';
import { manifestOf } from './render/manifest.ts';
import { shownFollowUps } from './render/shown-follow-ups.ts';
import { shownInputs } from './render/shown-inputs.ts';
import { nextDue } from './schedule/due.ts';
import { keepKeys, readKeys, type KeptKeys } from './state/kept-keys.ts';
import { readRuns } from './state/run-ledger.ts';
import { digestOf } from './words/digest.ts';
import { isHeldBy } from './words/finding.ts';
import type { AudienceName } from './words/project.ts';
import type { PrintedReport, RenderInput } from './words/stages.ts';

/** load → model → measure → rederive, then for each audience protect → judge → render, then publish. */
export async function buildEdition(run: Run, occasion: Occasion): Promise<Built> {
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

  const { loaded, measured, findings, given } = await judgeOccasion(run, occasion, before, reported);
  if (given === null) return { ...none, id: null, outcome: 'held', findings };
  const late = lateSources(loaded, asOf);
  const content = followUp === null ? renderedContent(given) : null;
  const last = (await readRuns(state)).findLast(entry => entry.content !== null && entry.edition === current);
  if (earlier && last?.content === content && sameProgram(earlier, inputs))
    return { id: current, outcome: 'unchanged', findings, late, counts: { ...countRun(given), pages: 0 }, content, loaded };

  const id = editionId(inputs);
  const { trees, keys } = await renderTrees(run, given, { id, inputs, current, late });
  const { auditFinding } = await import('./audit/audit-finding.ts');
  const tokens = { edition: EDITION_TOKEN, date: EDITION_DATE_TOKEN };
  const { complements, audit: onFinding } = project.municipality;
  const severity = onFinding === 'hold' ? 'hold-edition' : 'warn';
  const audit = complements ? (tree: string, audience: AudienceName) => auditFinding(tree, audience, severity, isMeasured(measured)) : null;
  const print = (reports: readonly PrintedReport[]): Promise<void> => printPages(browser!, reports, asOf);
  const publication = { dist, id, before, followUp: followUp?.id ?? null, date: asOf, tokens, trees, audit, print };
  const found = await publishEdition(publication, effects).catch((error: unknown) => {
    if (error instanceof PrintError) return error;
    throw error;
  });
  if (found instanceof PrintError) return buildUnprinted(run, occasion, found);
  if (isHeldBy(found)) return { ...none, id: null, outcome: 'held', findings: [...findings, ...found] };
  if (followUp === null) keepKeys(state, { edition: id, program: digestOf(run.program), keys });
  const { files, same } = trees.public;
  const pages = [...files, ...same].filter(({ path }) => path.endsWith('.html')).length;
  return { id, outcome: 'published', findings: [...findings, ...found], late, counts: { ...countRun(given), pages }, content, loaded };
}

/** render for each audience. Files of the edition that readers see (`current`) are taken over where they would come out the same. */
async function renderTrees(
  { project, kept, folders, effects, program }: Run,
  given: readonly RenderInput[],
  { id, inputs, current, late }: { id: string; inputs: EditionInputs; current: string | null; late: StatusFile['late'] },
): Promise<{ trees: Publication['trees']; keys: KeptKeys['keys'] }> {
  // What draws pages is large, and loaded only when there is something to draw.
  const [assets, { drawersOf, render }] = await Promise.all([siteAssets(), import('./render/render.ts')]);
  const drawers = drawersOf(assets);
  const trees: Partial<Record<AudienceName, AudienceTree>> = {};
  const keys: Partial<Record<AudienceName, KeptKeys['keys'][AudienceName]>> = {};
  const keptKeys = current === null ? null : readKeys(folders.state, current, digestOf(program));
  try {
    for (const input of given) {
      const { audience } = input.cells;
      const isNow = input.followUp === null;
      const made =
        keptKeys === null ? undefined : await madeBefore(`${editionFolder(folders.dist, current!)}/${audience}`, keptKeys[audience]);
      const { site, keys: own, ...tree } = await render(input, assets, await kept.open(), effects, id, made, drawers);
      trees[audience] = {
        ...tree,
        manifest: manifestOf(id, shownInputs(inputs, input), site, input.loaded.sources, input.cells.metrics),
        status: renewedStatus(id, late, isNow ? nextDue(project.municipality, effects.now()) : null),
        followUps: isNow ? shownFollowUps(input) : [],
      };
      keys[audience] = own;
    }
  } finally {
    await drawers.end();
  }
  return { trees: trees as Publication['trees'], keys: keys as KeptKeys['keys'] };
}

/** An occasion whose reports could not be printed, built as where there is no browser. That they could not is told, also where nothing else has changed. */
async function buildUnprinted(run: Run, occasion: Occasion, { message }: PrintError): Promise<Built> {
  const printing = couldNotPrint(message);
  const built = await buildEdition({ ...run, printing }, occasion);
  const told = built.findings.some(({ code }) => code === printing.finding.code);
  return told ? built : { ...built, findings: [...built.findings, printing.finding] };
}
