import type { EditionInputs } from '../contract/manifest.ts';
import { withParts } from '../words/metric-terms.ts';
import { relationsUnder } from '../words/relations-under.ts';
import type { Project } from '../words/project.ts';
import type { RenderInput } from '../words/stages.ts';
import { shownFollowUps } from './shown-follow-ups.ts';

/**
 * What a tree's manifest says that its edition was made of. Internally all that the id is the digest of. Publicly without what only the internal tree
 * tells of: SQL that no public metric rests on, since its file has the metric's id; checks; files that were refused; follow-ups that are not approved.
 */
export function shownInputs(inputs: EditionInputs, input: RenderInput): EditionInputs {
  if (input.cells.audience === 'internal') return inputs;
  const sql = sqlUnder(
    input.cells.metrics.map(({ declaration }) => declaration.id),
    input.project,
  );
  const followUps = new Set(shownFollowUps(input).map(({ id }) => id));
  return {
    ...inputs,
    refused: [],
    project: inputs.project.filter(({ path }) => !path.startsWith('sql/') || sql.has(path)),
    follow_ups: inputs.follow_ups.filter(({ id }) => followUps.has(id)),
    withdrawn: inputs.withdrawn.filter(({ follow_up }) => follow_up === null || followUps.has(follow_up)),
  };
}

/** The files of some metrics, and of what they and their parts are computed from. */
function sqlUnder(ids: readonly string[], project: Project): Set<string> {
  const own = project.metrics.filter(({ id }) => ids.includes(id)).map(({ file }) => file);
  const reads = withParts(ids, project.metrics).flatMap(metric => metric.reads);
  const trees = project.municipality.dimensions.flatMap(({ hierarchy }) => hierarchy ?? []);
  return new Set([...own, ...relationsUnder([...reads, ...trees], project).map(({ file }) => file)]);
}
