import { judge } from './judge/judge.ts';
import { load } from './load/load.ts';
import { measure } from './measure/measure.ts';
import { model } from './model/model.ts';
import type { followUpsBefore, Occasion } from './occasions/occasions.ts';
import type { Run } from './occasions/run.ts';
import { protect } from './protect/protect.ts';
import { seeSame, shareRows } from './protect/share-rows.ts';
import { AUDIENCES } from './publish/publication.ts';
import { readEarlier, readTree } from './publish/read-tree.ts';
import { rederive } from './rederive/rederive.ts';
import { digestOf } from './words/digest.ts';
import { isHeldBy } from './words/finding.ts';
import type { AudienceName } from './words/project.ts';
import type { JudgedNow } from './words/run.ts';
import type { Measured, RenderInput } from './words/stages.ts';

/** load → model → measure → rederive, then for each audience protect → judge: what is to be drawn, or null where a finding holds the edition. */
export async function judgeOccasion(
  { project, deliveries, kept, folders, effects, printing, withdrawn }: Run,
  { asOf, followUp }: Occasion,
  before: string | null,
  reported: ReturnType<typeof followUpsBefore>,
  audiences: readonly AudienceName[] = AUDIENCES,
): Promise<Pick<JudgedNow, 'loaded' | 'findings' | 'given'> & { measured: Measured }> {
  const warehouse = await kept.open();
  const key = digestOf([project.sources, deliveries, asOf]);
  const loaded = await kept.load(key, () => load(project, deliveries, asOf, warehouse, folders.state, effects));
  const modelled = await model(project, loaded, warehouse, effects, kept.answers.recall);
  const first = await measure(project, loaded, modelled, asOf, warehouse, effects, kept.answers.recall);
  const measured = await rederive(project, loaded, modelled, first, asOf, warehouse, effects, kept.answers.recall);
  const unprinted = printing.finding === null ? [] : [printing.finding];
  const findings = [...loaded.findings, ...modelled.findings, ...measured.findings, ...unprinted];
  if (isHeldBy(findings)) return { loaded, measured, findings, given: null };

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
  return { loaded, measured, findings, given };
}
