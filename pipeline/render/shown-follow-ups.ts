import type { RenderInput } from '../words/stages.ts';
import { listedFollowUps } from './site-model.ts';

/** Which editions a tree shows under `uppfoljning/`: those of the follow-ups it lists, and what is left of withdrawn ones that it would list. */
export function shownFollowUps(input: RenderInput): { id: string; edition: string; withdrawn: boolean }[] {
  const { project, cells, earlier } = input;
  const approved = new Set(project.municipality.follow_ups.flatMap(({ id, approval }) => (approval === null ? [] : [id])));
  const left = earlier.withdrawn.flatMap(({ follow_up, edition }) =>
    follow_up !== null && (cells.audience === 'internal' || approved.has(follow_up)) ? [{ id: follow_up, edition, withdrawn: true }] : [],
  );
  return [...listedFollowUps(input).map(({ id, edition }) => ({ id, edition, withdrawn: false })), ...left];
}
